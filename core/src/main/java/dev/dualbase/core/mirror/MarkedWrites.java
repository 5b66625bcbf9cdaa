// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.KeyNote;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;

/**
 * Carries out writes on the primary and notes which rows they touched: in the statement of the write where that can be, else
 * in its transaction.
 */
final class MarkedWrites {

    private final Backend primary;
    private final Divergence divergence;

    MarkedWrites(Backend primary, Divergence divergence) {
        this.primary = primary;
        this.divergence = divergence;
    }

    <R extends Record> Marked<R> write(MirroredTable<R> table, Write<R> write) {
        if (KeyNote.fits(write) && primary.capabilities().supports(Capability.KEY_NOTES)) {
            WriteResult<R> done = primary.write(new Write.Noted<>(write, divergence.note(table.name())));
            return new Marked<>(done, done.affected());
        }
        return primary.inTransaction(TransactionOptions.defaults(), () -> marked(table, write));
    }

    private <R extends Record> Marked<R> marked(MirroredTable<R> table, Write<R> write) {
        List<RowMark> marks = new ArrayList<>();
        WriteResult<R> done = write(table, write, marks);
        List<RowMark> distinct = marks.stream().distinct().toList();
        if (!distinct.isEmpty()) {
            divergence.add(distinct);
        }
        return new Marked<>(done, distinct.size());
    }

    private <R extends Record> WriteResult<R> write(MirroredTable<R> table, Write<R> write, List<RowMark> marks) {
        if (write instanceof Write.Upsert<R> upsert) {
            return upsert(table, upsert, marks);
        } else if (write instanceof Write.Update<R> update) {
            return update(table, update, marks);
        } else if (write instanceof Write.Delete<R> delete) {
            return delete(table, delete, marks);
        }
        return marking(table, write, true, marks);
    }

    /** The keys are taken from the stored rows and not from those given: a column may round, a trigger may change. */
    private <R extends Record> WriteResult<R> marking(
            MirroredTable<R> table, Write<R> write, boolean wanted, List<RowMark> marks) {
        WriteResult<R> done = primary.write(write);
        done.rows().forEach(row -> marks.add(table.mark(row)));
        return wanted ? done : without(done);
    }

    private static <R extends Record> WriteResult<R> without(WriteResult<R> done) {
        return new WriteResult<>(done.inserted(), done.updated(), done.deleted(), List.of(), done.badRows());
    }

    /** A row that exists may be given another primary key: the one it had is noted too. */
    private <R extends Record> WriteResult<R> upsert(
            MirroredTable<R> table, Write.Upsert<R> upsert, List<RowMark> marks) {
        if (!upsert.key().equals(table.table().getPrimaryKey())) {
            marks.addAll(keysOf(table, table.withKeyOf(upsert), upsert));
        }
        Write.Upsert<R> returning = new Write.Upsert<>(
                upsert.table(), upsert.rows(), upsert.key(), upsert.options(), true, upsert.origin());
        return marking(table, returning, upsert.returning(), marks);
    }

    private <R extends Record> WriteResult<R> update(
            MirroredTable<R> table, Write.Update<R> update, List<RowMark> marks) {
        Filter filter = update.filter();
        if (table.changesKey(update.changes())) {
            List<RowMark> before = keysOf(table, update.filter(), update);
            marks.addAll(before);
            filter = filter.and(table.withKeys(before));
        }
        Write.Update<R> returning = new Write.Update<>(update.table(), filter, update.changes(), true, update.origin());
        return marking(table, returning, update.returning(), marks);
    }

    /**
     * Finds the keys first and deletes exactly these: a row that begins to match between the two statements stays, as if it
     * had come after the delete.
     */
    private <R extends Record> WriteResult<R> delete(
            MirroredTable<R> table, Write.Delete<R> delete, List<RowMark> marks) {
        List<RowMark> doomed = keysOf(table, delete.filter(), delete);
        if (doomed.isEmpty()) {
            return WriteResult.nothing();
        }
        marks.addAll(doomed);
        Filter exactly = delete.filter().and(table.withKeys(doomed));
        return primary.write(new Write.Delete<>(delete.table(), exactly, delete.origin()));
    }

    private <R extends Record> List<RowMark> keysOf(MirroredTable<R> table, Filter filter, Write<R> write) {
        Read<R> keys = Read.of(table.table(), filter, write.origin()).onlyColumns(table.keyFields());
        return primary.read(keys).stream().map(table::mark).toList();
    }

    /** What a write did, and how many rows were noted. */
    record Marked<R extends Record>(WriteResult<R> result, long rows) {}
}
