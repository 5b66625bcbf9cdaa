// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Carries over the rows of the oldest notes. Why an old state of a row never overwrites a newer one on the other side:
 *
 * <ol>
 *   <li>Only one round runs at a time, because of a lock that the primary holds until the round's transaction ends.
 *   <li>A row is read after its notes, so what is read is the state of the noted write or a later one. A still later one
 *       has a note that this round has not read and does not remove.
 *   <li>On the other side the rows are written in a transaction, and committed only after the notes were removed on the
 *       primary. That removal fails if the lock is lost or the notes are gone, and then nothing is committed. For the same
 *       reason a write that hangs in the line and arrives late does nothing: its commit was never sent.
 *   <li>If the lock is lost after the removal, while that commit is on its way, the next round finds the notes again and
 *       comes second: it waits on the other side for the transaction of the first, by the locks of the rows and by
 *       {@link RowLocks}.
 *   <li>The removal becomes final after the other side has committed. If it does not, the rows are carried over again.
 * </ol>
 *
 * <p>The third and the fourth hold where the other side has transactions. Without them a request that was given up may arrive
 * late.
 */
final class ReplayRound {

    private static final int LINES = 200;

    private static final TransactionOptions DEFAULTS = TransactionOptions.defaults();

    private final Backend primary;
    private final Backend other;
    private final MirroredTables tables;
    private final Divergence divergence;
    private final DualWriteOptions options;
    private final Map<RowMark, List<DivergenceRecord>> lines = new LinkedHashMap<>();
    private final Map<RowMark, StorageException> refused = new LinkedHashMap<>();
    private @Nullable StorageException away;
    private long carried;
    private long failed;
    private boolean slow;

    ReplayRound(
            Backend primary, Backend other, MirroredTables tables, Divergence divergence, DualWriteOptions options) {
        this.primary = primary;
        this.other = other;
        this.tables = tables;
        this.divergence = divergence;
        this.options = options;
    }

    /**
     * Runs once.
     *
     * @return empty if another replay, or who compares both sides, has the lock
     * @throws StorageException if the primary fails; then nothing is known of the round
     */
    Optional<RoundResult> run() {
        return primary.inTransaction(
                DEFAULTS, () -> ReplayLock.take(primary) ? Optional.of(round()) : Optional.empty());
    }

    private RoundResult round() {
        List<DivergenceRecord> due = divergence.due(LINES);
        due.forEach(line ->
                lines.computeIfAbsent(line.mark(), any -> new ArrayList<>()).add(line));
        byTable(lines.keySet()).forEach((table, marks) -> carryAll(tables.named(table), marks));
        // once more: what a row was missing or in the way of it may have been carried over behind it
        List<RowMark> again = refused.entrySet().stream()
                .filter(each -> Trouble.of(each.getValue()) == Trouble.ROW)
                .map(Map.Entry::getKey)
                .toList();
        again.forEach(mark -> carryAll(tables.named(mark.table()), List.of(mark)));
        List<RowFailure> failures = new ArrayList<>();
        refused.forEach((mark, why) -> failures.add(postpone(mark, why)));
        return new RoundResult(due.size(), carried, failed + failures.size(), failures, Optional.ofNullable(away));
    }

    private static Map<String, List<RowMark>> byTable(Collection<RowMark> marks) {
        Map<String, List<RowMark>> byTable = new LinkedHashMap<>();
        marks.forEach(mark ->
                byTable.computeIfAbsent(mark.table(), any -> new ArrayList<>()).add(mark));
        return byTable;
    }

    private void carryAll(MirroredTable<?> table, List<RowMark> marks) {
        if (away != null || slow) {
            return;
        }
        try {
            carry(table, marks);
            carried += marks.size();
            marks.forEach(refused::remove);
        } catch (StorageException failure) {
            failed(table, marks, failure);
        }
    }

    private void failed(MirroredTable<?> table, List<RowMark> marks, StorageException failure) {
        Trouble trouble = Trouble.of(failure);
        if (trouble == Trouble.AWAY) {
            away = failure;
            failed += marks.size();
        } else if (trouble != Trouble.TABLE && marks.size() > 1) {
            // by halves: where few rows are in the way, the others still go together
            carryAll(table, marks.subList(0, marks.size() / 2));
            carryAll(table, marks.subList(marks.size() / 2, marks.size()));
        } else {
            slow = trouble == Trouble.SLOW;
            marks.forEach(mark -> refused.put(mark, failure));
        }
    }

    private <R extends Record> void carry(MirroredTable<R> table, List<RowMark> marks) {
        boolean done = primary.inTransaction(DEFAULTS, () -> {
            List<R> rows = table.read(primary, marks);
            return onOther(() -> {
                table.carry(rows, marks, other);
                divergence.remove(
                        marks.stream().flatMap(mark -> linesOf(mark).stream()).toList());
                return true;
            });
        });
        assert done;
    }

    private <T> T onOther(TransactionBody<T, RuntimeException> body) {
        return other.capabilities().supports(Capability.TRANSACTIONS)
                ? other.inTransaction(DEFAULTS, body)
                : body.run();
    }

    private RowFailure postpone(RowMark mark, StorageException why) {
        int attempts = 1
                + linesOf(mark).stream()
                        .mapToInt(DivergenceRecord::attempts)
                        .max()
                        .orElse(0);
        divergence.postpone(linesOf(mark), attempts, options.waitAfter(attempts), why);
        List<String> columns = tables.named(mark.table()).keyFields().stream()
                .map(field -> field.getName())
                .toList();
        return new RowFailure(mark.table(), columns, attempts, why, mark.key());
    }

    private List<DivergenceRecord> linesOf(RowMark mark) {
        return lines.getOrDefault(mark, List.of());
    }
}
