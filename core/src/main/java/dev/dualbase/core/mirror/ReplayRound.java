// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries over the rows of the oldest notes, a row that others refer to before them, and after them if it is gone.
 *
 * <p>Why an old state of a row never overwrites a newer one on the other side:
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
 *   <li>When dual writes are turned off, as before the other side takes writes of its own, a round that is under way commits
 *       nothing there any more. It looks once its rows are written there: if they are still on, and turned off the next moment,
 *       whoever writes one of these rows there waits for its lock, and comes later.
 * </ol>
 *
 * <p>The third, the fourth and the last hold where the other side has transactions. Without them a request that was given up may arrive
 * late.
 */
final class ReplayRound {

    /** Rows that go together, in the order of their notes. */
    private static final int ROWS = 200;

    /** Rows that a round begins with; it rarely has time for more. */
    private static final int MOST_ROWS = 10 * ROWS;

    /** A round holds a transaction on the primary, and a lock that others wait for: so long it goes on, if it got anywhere. */
    private static final Duration LONG = Duration.ofMillis(200);

    private static final TransactionOptions DEFAULTS = TransactionOptions.defaults();

    private final Backend primary;
    private final Backend other;
    private final MirroredTables tables;
    private final Divergence divergence;
    private final DualWriteOptions options;
    private final int most;
    private final Map<RowMark, List<DivergenceRecord>> lines = new LinkedHashMap<>();
    private final Map<RowMark, StorageException> refused = new LinkedHashMap<>();
    private @Nullable StorageException away;
    private long carried;
    private long failed;
    private boolean slow;
    private boolean goneFirst;
    private long begin = System.nanoTime();

    /**
     * A round that has not begun.
     *
     * @param most so many notes it reads
     */
    ReplayRound(
            Backend primary,
            Backend other,
            MirroredTables tables,
            Divergence divergence,
            DualWriteOptions options,
            int most) {
        this.primary = primary;
        this.other = other;
        this.tables = tables;
        this.divergence = divergence;
        this.options = options;
        this.most = most;
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
        List<DivergenceRecord> due = divergence.due(most);
        due.forEach(line ->
                lines.computeIfAbsent(line.mark(), any -> new ArrayList<>()).add(line));
        if (!due.isEmpty()) {
            // a newer note of a row that waits for another attempt is that attempt, and ends all its notes
            divergence
                    .waiting(most)
                    .forEach(line -> Optional.ofNullable(lines.get(line.mark())).ifPresent(its -> its.add(line)));
        }
        carryInBatches(lines.keySet().stream().limit(MOST_ROWS).toList());
        // once more: what a row was missing or in the way of it may have been carried over behind it
        List<RowMark> again = refused.entrySet().stream()
                .filter(each -> Trouble.of(each.getValue()) == Trouble.ROW)
                .map(Map.Entry::getKey)
                .toList();
        again.forEach(mark -> carryAll(List.of(mark)));
        List<RowFailure> failures = new ArrayList<>();
        refused.forEach((mark, why) -> failures.add(postpone(mark, why)));
        return new RoundResult(
                due.size(), lines.size(), carried, failed + failures.size(), failures, Optional.ofNullable(away));
    }

    /** In the order of their notes, or, once a row was in the way of another that comes later, those that are gone first. */
    private void carryInBatches(List<RowMark> marks) {
        for (int from = 0; from < marks.size(); from += ROWS) {
            List<RowMark> batch = marks.subList(from, Math.min(from + ROWS, marks.size()));
            Optional<StorageException> failure = tried(batch);
            if (!goneFirst
                    && failure.filter(ForeignKeyException.class::isInstance).isPresent()) {
                goneFirst = true;
                List<RowMark> left = RowOrder.goneFirst(marks.subList(from, marks.size()), tables, primary);
                begin = System.nanoTime();
                carryInBatches(left);
                return;
            }
            failure.ifPresent(why -> failed(batch, why));
        }
    }

    private void carryAll(List<RowMark> marks) {
        tried(marks).ifPresent(why -> failed(marks, why));
    }

    private Optional<StorageException> tried(List<RowMark> marks) {
        if (isOver()) {
            return Optional.empty();
        }
        try {
            carry(marks);
            carried += marks.size();
            marks.forEach(refused::remove);
            return Optional.empty();
        } catch (TurnedOff undone) {
            return Optional.empty();
        } catch (StorageException failure) {
            return Optional.of(failure);
        }
    }

    /** What is left then waits for the next round. */
    private boolean isOver() {
        boolean late = System.nanoTime() - begin > LONG.toNanos();
        return isOff() || away != null || slow || (late && (carried > 0 || !refused.isEmpty()));
    }

    private boolean isOff() {
        return !options.enabled().getAsBoolean();
    }

    private void failed(List<RowMark> marks, StorageException failure) {
        Trouble trouble = Trouble.of(failure);
        Map<MirroredTable<?>, List<RowMark>> byTable = tables.byTable(marks);
        if (trouble == Trouble.AWAY) {
            away = failure;
            failed += marks.size();
        } else if (trouble == Trouble.TABLE && byTable.size() > 1) {
            byTable.values().forEach(this::carryAll);
        } else if (trouble != Trouble.TABLE && marks.size() > 1) {
            // by halves: where few rows are in the way, the others still go together
            carryAll(marks.subList(0, marks.size() / 2));
            carryAll(marks.subList(marks.size() / 2, marks.size()));
        } else {
            slow = trouble == Trouble.SLOW;
            marks.forEach(mark -> refused.put(mark, failure));
        }
    }

    private void carry(List<RowMark> marks) {
        boolean done = primary.inTransaction(DEFAULTS, () -> {
            Deque<CarriedRows<?>> parentsFirst = new ArrayDeque<>();
            tables.byTable(marks).forEach((table, its) -> parentsFirst.add(CarriedRows.of(table, its, primary)));
            return onOther(() -> {
                parentsFirst.descendingIterator().forEachRemaining(rows -> rows.delete(other));
                parentsFirst.forEach(rows -> rows.store(other));
                divergence.remove(
                        marks.stream().flatMap(mark -> linesOf(mark).stream()).toList());
                if (isOff()) {
                    throw new TurnedOff();
                }
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

    /** Undoes what was written on both sides. */
    private static final class TurnedOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TurnedOff() {
            super("dual writes were turned off", null, false, false);
        }
    }
}
