// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.internal.compare.RowValues;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Keyset;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Walks a table by its key on one side, and asks the other for the rows of the same keys: never for a range, whose ends may
 * mean other rows where texts sort differently.
 *
 * <p>A row that seems to differ is looked at again, in a transaction that has {@link ReplayLock}, so that no replay runs: on
 * the other side, on the primary, and last in the record. If it has no note by then, no write of it waits to be carried
 * over, and none came since the replay stopped: it differs for certain. Else it moves, and is looked at until it rests.
 * Repairing is noting: the replay does it. Each of these reads sees what is committed when it begins, which is after the
 * lock came, so waiting for the lock makes none of them older than the others.
 *
 * <p>It waits in the server's line for the lock, so it has it after one round of the replay, however much there is to
 * carry over. In turn it leaves the lock alone for longer than it had it, and the replay comes to its turn.
 */
final class Reconciler<R extends Record> {

    private static final Duration LOCK_WAIT = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Backend primary;
    private final Backend other;
    private final MirroredTable<R> table;
    private final Divergence divergence;
    private final Repair repair;
    private final Replay replay;
    private final ReconcileOptions how;
    private final List<Field<?>> compared;
    private final Findings findings;
    private long held;

    Reconciler(
            Backend primary,
            Backend other,
            MirroredTable<R> table,
            Divergence divergence,
            Repair repair,
            Replay replay,
            ReconcileOptions how) {
        this.primary = primary;
        this.other = other;
        this.table = table;
        this.divergence = divergence;
        this.repair = repair;
        this.replay = replay;
        this.how = how;
        this.compared = table.compared().stream()
                .filter(column -> !how.ignored().contains(column))
                .toList();
        this.findings = new Findings(table.name(), compared);
    }

    /**
     * Compares.
     *
     * @throws dev.dualbase.core.error.AccessDeniedException if a side may not see all rows
     */
    Reconciliation run() {
        HiddenRows.refuse(primary, table.table());
        HiddenRows.refuse(other, table.table());
        if (!how.from().onOther()) {
            walk(false, how.from().cursor());
        }
        walk(true, how.from().onOther() ? how.from().cursor() : Optional.empty());
        return findings.result();
    }

    private void walk(boolean onOther, Optional<Cursor> from) {
        Optional<Cursor> place = from;
        boolean more = true;
        while (more) {
            CursoredPage<R> page = page(onOther ? other : primary, place);
            findings.compared(page.rows().size());
            settle(onOther ? absent(page.rows()) : suspects(page.rows()));
            more = page.next().isPresent();
            place = page.next();
            if (more || !onOther) {
                how.progress().accept(new ReconcilePosition(onOther || !more, place));
            }
        }
    }

    private CursoredPage<R> page(Backend side, Optional<Cursor> from) {
        Keyset keyset = new Keyset(Order.byPrimaryKey().total(table.table()), from.orElse(null));
        Read<R> read = table.readOf(Filters.and(repair.own(), how.filter(), keyset.filter()))
                .onlyColumns(table.carried())
                .orderedBy(keyset.readOrder());
        return keyset.page(side.read(read.limitedTo(Limit.of(how.pageSize()).plusOne())), how.pageSize());
    }

    private Set<RowMark> suspects(List<R> rows) {
        Map<RowMark, RowValues> onPrimary = byMark(rows);
        Map<RowMark, RowValues> onOther = read(other, onPrimary.keySet());
        Set<RowMark> suspects = new HashSet<>(onPrimary.keySet());
        suspects.removeIf(mark -> Objects.equals(onPrimary.get(mark), onOther.get(mark)));
        return suspects;
    }

    /** Rows of the other side that the primary does not have; those that it has were compared already. */
    private Set<RowMark> absent(List<R> rows) {
        Set<RowMark> marks = new HashSet<>(byMark(rows).keySet());
        marks.removeAll(read(primary, marks).keySet());
        return marks;
    }

    private Map<RowMark, RowValues> read(Backend side, Collection<RowMark> marks) {
        return marks.isEmpty() ? Map.of() : byMark(table.read(side, marks));
    }

    private Map<RowMark, RowValues> byMark(List<R> rows) {
        Map<RowMark, RowValues> byMark = new HashMap<>();
        rows.forEach(row -> byMark.put(table.mark(row), RowValues.of(row, compared)));
        return byMark;
    }

    private void settle(Set<RowMark> suspects) {
        long end = System.nanoTime() + how.patience().toNanos();
        Set<RowMark> moving = suspects;
        while (!moving.isEmpty()) {
            moving = look(moving);
            if (!moving.isEmpty()
                    && (System.nanoTime() > end || Thread.currentThread().isInterrupted())) {
                findings.unsettled(moving.size());
                return;
            }
            if (!moving.isEmpty()) {
                replay.wake();
                LockSupport.parkNanos(PAUSE.toNanos() + held);
            }
        }
    }

    /** Decides on the rows that rest, and gives back those that move: all of them if the lock does not come. */
    private Set<RowMark> look(Set<RowMark> suspects) {
        held = 0;
        Set<RowMark> different = new HashSet<>();
        Set<RowMark> moving = primary.inTransaction(
                TransactionOptions.defaults(),
                () -> ReplayLock.await(primary, LOCK_WAIT) ? lookAlone(suspects, different) : suspects);
        repair.requireSame();
        if (how.repair() && !different.isEmpty()) {
            repair.note(different);
            replay.wake();
        }
        return moving;
    }

    private Set<RowMark> lookAlone(Set<RowMark> suspects, Set<RowMark> different) {
        long since = System.nanoTime();
        Map<RowMark, RowValues> there = read(other, suspects);
        Map<RowMark, RowValues> here = read(primary, suspects);
        Set<RowMark> pending = divergence.pending(suspects);
        for (RowMark mark : suspects) {
            if (!pending.contains(mark) && !Objects.equals(here.get(mark), there.get(mark))) {
                findings.add(mark, here.get(mark), there.get(mark));
                different.add(mark);
            }
        }
        held = System.nanoTime() - since;
        return new HashSet<>(pending);
    }
}
