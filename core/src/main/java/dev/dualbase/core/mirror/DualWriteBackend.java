// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.schema.SchemaCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a primary, and keeps another backend equal to it. Reads go to the primary.
 *
 * <p>A write is carried out on the primary, and in the same transaction the keys of the rows it touched are noted in the
 * table {@code dualbase_divergence} (see {@link DivergenceMigration}): these rows may differ. The caller's part ends there.
 * A thread of this backend then reads the noted rows as they are on the primary by now, makes the other side hold the same,
 * or no such row, and removes the notes. So whatever happens to the other side, callers do not notice, nothing is lost with
 * a process, and it makes no difference how often or in which order rows are carried over: what counts is the latest state
 * of the row, never the statement. A transaction that is rolled back leaves no note, to a savepoint neither.
 *
 * <p>Generated values, such as ids, are those of the primary on both sides. Sequences of the other side stay behind: advance
 * them before it takes writes of its own, as {@link dev.dualbase.core.jdbc.JdbcBackend#advanceSequences} does.
 *
 * <p>Over JDBC a write and its notes are one statement, so a write takes no more round trips than without. Not so a change of
 * primary keys, and tables whose keys are not of whole numbers, text, UUIDs and instants: their write, the notes, and what
 * reads the keys before, are statements of one transaction.
 *
 * <p>What it does not see: changes made by triggers or cascades to other rows, and writes that do not go through this
 * backend. {@link #reconcile} finds these. Two rows that exchange the value of a unique key cannot be carried over one by
 * one; they stay in the record and are reported, as is every row that the other side refuses, and hold up no other.
 *
 * <p>The primary must have {@link Capability#TRANSACTIONS} and {@link Capability#SQL_CONDITIONS}, as JDBC has; without, the
 * note and the write could part. Supabase is such a primary through its pooler, not over REST. The other side may lack
 * them, but then a request that was given up, and carried out late, can set a row back: reconcile after an outage.
 *
 * <p>Triggers of the other side fire for what is carried over, and may change it: let them rest, with
 * {@code session_replication_role=replica} in the driver property {@code options} of that backend.
 *
 * <p>A table has one other side at a time. Two dual writes in opposite directions may be on together only if no row is
 * written through both, as where the tenants of a table have different primaries; say then which are whose with
 * {@link DualWriteOptions#owning}. Give the other side a statement timeout that is shorter than its socket timeout, so that a
 * row that is locked there is put off alone and not taken for an outage.
 *
 * <p>Closing it closes the primary, and not the other side.
 */
public final class DualWriteBackend extends DelegatingBackend {

    private final DualWriteOptions options;
    private final MirroredTables tables;
    private final MarkedWrites writes;
    private final Divergence divergence;
    private final ReplayReport report;
    private final Replay replay;
    private final BacklogWatch backlog;
    private final Backend other;
    private final ThreadLocal<@Nullable MarkScope> scope = new ThreadLocal<>();

    private DualWriteBackend(Backend primary, Backend other, DualWriteOptions options) {
        super(primary);
        this.options = options;
        this.other = other;
        this.tables = new MirroredTables(options.tables());
        this.divergence = new Divergence(primary, tables.names(), options.clock());
        this.writes = new MarkedWrites(primary, divergence);
        this.report = new ReplayReport(options);
        this.replay = new Replay(options.replayThrough().orElse(primary), other, tables, options, report);
        this.backlog = new BacklogWatch(divergence, report, other.id());
    }

    /**
     * Begins to keep the other backend equal.
     *
     * @throws dev.dualbase.core.error.UnsupportedCapabilityException if the primary lacks what it needs, or a table has no
     *     primary key
     * @throws dev.dualbase.core.error.SchemaMismatchException if the primary has no table {@code dualbase_divergence}
     */
    public static DualWriteBackend open(Backend primary, Backend other, DualWriteOptions options) {
        for (Capability needed : List.of(Capability.TRANSACTIONS, Capability.SQL_CONDITIONS, Capability.CATALOG)) {
            primary.capabilities().require(needed, primary.id());
        }
        DualWriteBackend backend = new DualWriteBackend(primary, other, options);
        List<Table<?>> record = List.of(DivergenceTable.DIVERGENCE);
        SchemaCheck.compare(record, primary.describe(record)).orThrow();
        backend.replay.start();
        backend.backlog.start();
        return backend;
    }

    /** Those of the primary, but that it notes for itself and for nobody else. */
    @Override
    public Capabilities capabilities() {
        return super.capabilities().without(Capability.KEY_NOTES);
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        if (write instanceof Write.Noted<R>) {
            capabilities().require(Capability.KEY_NOTES, id());
        }
        Optional<MirroredTable<R>> table = tables.of(write.table());
        MarkScope current = scope.get();
        if (table.isEmpty() || (current == null ? !enabled() : !current.recording())) {
            return super.write(write);
        }
        MarkedWrites.Marked<R> done = writes.write(table.get(), write);
        if (current != null) {
            current.add(done.rows());
        } else {
            noted(done.rows());
        }
        return done.result();
    }

    private void noted(long rows) {
        if (rows > 0) {
            report.noted(rows);
            replay.wake();
        }
    }

    private boolean enabled() {
        return options.enabled().getAsBoolean();
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions transaction, TransactionBody<T, X> body)
            throws X {
        MarkScope outer = scope.get();
        return outer == null ? outermost(transaction, body) : nested(outer, transaction, body);
    }

    private <T, X extends Exception> T outermost(TransactionOptions transaction, TransactionBody<T, X> body) throws X {
        AtomicLong rows = new AtomicLong();
        T result = super.inTransaction(transaction, () -> {
            MarkScope current = new MarkScope(enabled() && !transaction.readOnly());
            scope.set(current);
            try {
                T value = body.run();
                rows.set(current.rows());
                return value;
            } finally {
                scope.remove();
            }
        });
        noted(rows.get());
        return result;
    }

    private <T, X extends Exception> T nested(
            MarkScope outer, TransactionOptions transaction, TransactionBody<T, X> body) throws X {
        long savepoint = outer.rows();
        try {
            return super.inTransaction(transaction, body);
        } catch (Throwable rolledBack) {
            outer.backTo(savepoint);
            throw rolledBack;
        }
    }

    /** How equal both sides are. It asks no server. */
    public DualWriteStats stats() {
        return report.stats();
    }

    /**
     * Waits until no row is known to differ, as before a flip, when writers are held.
     *
     * @return whether that came true within this time
     * @throws StorageException if the primary fails
     */
    public boolean awaitEqual(Duration limit) {
        return await(divergence::isEmpty, limit);
    }

    /**
     * Waits until the replay keeps up with callers, who may go on: few notes are left, none of them is older than two
     * seconds, and no row is refused. {@link #awaitEqual} takes no long time then.
     *
     * @return whether that came true within this time
     * @throws StorageException if the primary fails
     */
    public boolean awaitNearlyEqual(Duration limit) {
        return await(divergence::isShort, limit);
    }

    private boolean await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            replay.wake();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return true;
    }

    /**
     * Compares all rows of a table that have their primary here on both sides, whatever was noted of them, and repairs the other
     * side. Callers may go on meanwhile. A row that is to be removed there waits for those that refer to it: reconcile their
     * tables as well.
     *
     * @return what was found
     * @throws StorageException if a side fails; what was done is in the last {@link ReconcilePosition}, to go on from
     * @throws dev.dualbase.core.error.InvalidValueException if the table is not one of the mirrored, if {@link OwnRows} refuses it
     *     or changes meanwhile, or if rows are to be repaired while dual writes are off
     * @throws dev.dualbase.core.error.AccessDeniedException if policies of row-level security may hide rows of a side, which a
     *     {@linkplain dev.dualbase.core.jdbc.JdbcBackendBuilder#tenantSetting tenant setting} tells to show all
     */
    public Reconciliation reconcile(Table<?> table, ReconcileOptions how) {
        MirroredTable<?> mirrored = tables.require(table);
        Repair repair = new Repair(mirrored.table(), divergence, options, how);
        return new Reconciler<>(delegate(), other, mirrored, divergence, repair, replay, how).run();
    }

    @Override
    public void close() {
        backlog.close();
        replay.close();
        options.replayThrough().ifPresent(Backend::close);
        super.close();
    }
}
