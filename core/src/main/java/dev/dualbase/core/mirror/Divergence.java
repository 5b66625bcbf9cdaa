// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import static dev.dualbase.core.mirror.DivergenceTable.DIVERGENCE;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.KeyNote;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The durable record on the primary: which rows may differ. It is a log to which writers only add, in the transaction of
 * the write. So writers never wait for one another or for a replay, and a line whose transaction commits late, behind
 * lines with greater numbers, is still there to be read: lines are removed one by one, never up to a number.
 */
final class Divergence {

    private static final Origin ORIGIN = new Origin("DualWrite", "divergence").acrossTenants();

    private static final int SHORT_LINES = 1_000;

    private static final Duration SHORT_AGE = Duration.ofSeconds(2);

    private final Backend primary;
    private final Filter mine;
    private final Clock clock;

    /** The lines of these tables; those of others are left alone. */
    Divergence(Backend primary, Set<String> tables, Clock clock) {
        this.primary = primary;
        this.mine = Filters.in(DIVERGENCE.TABLE_NAME, List.copyOf(tables));
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Notes in the transaction of the thread that these rows may differ. */
    void add(Collection<RowMark> marks) {
        OffsetDateTime now = now();
        List<DivergenceRecord> lines =
                marks.stream().map(mark -> line(mark, now)).toList();
        send(new Write.Insert<>(DIVERGENCE, lines, Optional.empty(), ORIGIN));
    }

    /** What a write of a table notes in its own statement. */
    KeyNote note(String table) {
        return new KeyNote(line(table, now()), DIVERGENCE.ROW_KEY);
    }

    private static DivergenceRecord line(RowMark mark, OffsetDateTime now) {
        DivergenceRecord line = line(mark.table(), now);
        line.set(DIVERGENCE.ROW_KEY, mark.key().toArray(String[]::new));
        return line;
    }

    private static DivergenceRecord line(String table, OffsetDateTime now) {
        DivergenceRecord line = new DivergenceRecord();
        line.set(DIVERGENCE.TABLE_NAME, table);
        line.set(DIVERGENCE.SINCE, now);
        return line;
    }

    /** The oldest lines that do not wait for another attempt. */
    List<DivergenceRecord> due(int limit) {
        Filter due = Filters.or(Filters.isNull(DIVERGENCE.RETRY_AT), Filters.lte(DIVERGENCE.RETRY_AT, now()));
        return primary.read(readOf(mine.and(due)).limitedTo(Limit.of(limit)));
    }

    /** The oldest lines that wait for another attempt. */
    List<DivergenceRecord> waiting(int limit) {
        return primary.read(
                readOf(mine.and(Filters.gt(DIVERGENCE.RETRY_AT, now()))).limitedTo(Limit.of(limit)));
    }

    /**
     * Removes exactly these lines.
     *
     * @throws TransactionConflictException if one is gone: somebody else has carried its row over, perhaps a newer one
     */
    void remove(Collection<DivergenceRecord> lines) {
        WriteResult<DivergenceRecord> done =
                primary.write(new Write.Delete<DivergenceRecord>(DIVERGENCE, withIds(lines), ORIGIN));
        if (done.deleted() != lines.size()) {
            throw new TransactionConflictException(
                    "another replay has taken some of the rows", ErrorInfo.ofSqlState("40001"), null);
        }
    }

    /** Keeps the lines of a row that could not be carried over, for a later attempt. */
    void postpone(Collection<DivergenceRecord> lines, int attempts, Duration wait, StorageException why) {
        DivergenceRecord changes = new DivergenceRecord();
        changes.set(DIVERGENCE.ATTEMPTS, attempts);
        changes.set(DIVERGENCE.RETRY_AT, now().plus(wait));
        changes.set(DIVERGENCE.FAILURE, why.getMessage());
        send(new Write.Update<>(DIVERGENCE, withIds(lines), changes, false, ORIGIN));
    }

    private static Filter withIds(Collection<DivergenceRecord> lines) {
        return Filters.in(
                DIVERGENCE.ID, lines.stream().map(DivergenceRecord::id).toList());
    }

    private void send(Write<DivergenceRecord> write) {
        WriteResult<DivergenceRecord> done = primary.write(write);
        assert done.badRows().isEmpty();
    }

    /** Which of these rows have a line. */
    Set<RowMark> pending(Collection<RowMark> marks) {
        return primary.read(readOf(mine.and(anyOf(marks)))).stream()
                .map(DivergenceRecord::mark)
                .collect(Collectors.toSet());
    }

    private static Filter anyOf(Collection<RowMark> marks) {
        List<Filter> each = new ArrayList<>();
        for (RowMark mark : marks) {
            each.add(Filters.eq(DIVERGENCE.TABLE_NAME, mark.table())
                    .and(Filters.eq(DIVERGENCE.ROW_KEY, mark.key().toArray(String[]::new))));
        }
        return Filters.or(each);
    }

    /** How much there is to do. */
    Backlog backlog() {
        Optional<DivergenceRecord> oldest = oldest();
        if (oldest.isEmpty()) {
            return Backlog.NONE;
        }
        long failing = count(mine.and(Filters.gt(DIVERGENCE.ATTEMPTS, 0)));
        return new Backlog(count(mine), failing, age(oldest.get()));
    }

    /** Whether there is nothing to do. It takes no time that grows with what there is to do. */
    boolean isEmpty() {
        return oldest().isEmpty();
    }

    /** Whether the replay keeps up: what is left is little, young, and nothing that failed. */
    boolean isShort() {
        Optional<DivergenceRecord> oldest = oldest();
        return oldest.isEmpty()
                || (age(oldest.get()).compareTo(SHORT_AGE) <= 0 && backlog().isShort());
    }

    private Optional<DivergenceRecord> oldest() {
        return primary.read(readOf(mine).limitedTo(Limit.of(1))).stream().findFirst();
    }

    private Duration age(DivergenceRecord line) {
        Duration age = Duration.between(line.get(DIVERGENCE.SINCE), now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private long count(Filter filter) {
        return primary.count(readOf(filter));
    }

    private static Read<DivergenceRecord> readOf(Filter filter) {
        return Read.of(DIVERGENCE, filter, ORIGIN).preferring(ReadPreference.BEFORE_WRITE);
    }

    /** How many lines there are, how many of them failed at least once, and how old the oldest is. */
    record Backlog(long lines, long failing, Duration age) {
        static final Backlog NONE = new Backlog(0, 0, Duration.ZERO);

        boolean isShort() {
            return lines <= SHORT_LINES && failing == 0 && age.compareTo(SHORT_AGE) <= 0;
        }
    }
}
