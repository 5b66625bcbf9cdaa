// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.filter.Filter;
import java.util.List;
import org.jooq.Record;

/** Carries out writes on the primary, inside a transaction, and finds out which rows they touched. */
final class MarkedWrites {

    private final Backend primary;

    MarkedWrites(Backend primary) {
        this.primary = primary;
    }

    <R extends Record> WriteResult<R> write(MirroredTable<R> table, Write<R> write, MarkScope scope) {
        if (write instanceof Write.Insert<R> insert) {
            return marking(table, insert, true, scope);
        } else if (write instanceof Write.Upsert<R> upsert) {
            Write.Upsert<R> returning = new Write.Upsert<>(
                    upsert.table(), upsert.rows(), upsert.key(), upsert.options(), true, upsert.origin());
            return marking(table, returning, upsert.returning(), scope);
        } else if (write instanceof Write.Update<R> update) {
            return update(table, update, scope);
        } else if (write instanceof Write.Delete<R> delete) {
            return delete(table, delete, scope);
        }
        throw new IllegalStateException("Write is sealed, and all of it is above");
    }

    /** The keys are taken from the stored rows and not from those given: a column may round, a trigger may change. */
    private <R extends Record> WriteResult<R> marking(
            MirroredTable<R> table, Write<R> write, boolean wanted, MarkScope scope) {
        WriteResult<R> done = primary.write(write);
        scope.add(done.rows().stream().map(table::mark).toList());
        return wanted ? done : without(done);
    }

    private static <R extends Record> WriteResult<R> without(WriteResult<R> done) {
        return new WriteResult<>(done.inserted(), done.updated(), done.deleted(), List.of(), done.badRows());
    }

    private <R extends Record> WriteResult<R> update(MirroredTable<R> table, Write.Update<R> update, MarkScope scope) {
        Filter filter = update.filter();
        if (table.changesKey(update.changes())) {
            List<RowMark> before = keysOf(table, update.filter(), update);
            scope.add(before);
            filter = filter.and(table.withKeys(before));
        }
        Write.Update<R> returning = new Write.Update<>(update.table(), filter, update.changes(), true, update.origin());
        return marking(table, returning, update.returning(), scope);
    }

    /**
     * Finds the keys first and deletes exactly these: a row that begins to match between the two statements stays, as if it
     * had come after the delete.
     */
    private <R extends Record> WriteResult<R> delete(MirroredTable<R> table, Write.Delete<R> delete, MarkScope scope) {
        List<RowMark> doomed = keysOf(table, delete.filter(), delete);
        if (doomed.isEmpty()) {
            return WriteResult.nothing();
        }
        scope.add(doomed);
        Filter exactly = delete.filter().and(table.withKeys(doomed));
        return primary.write(new Write.Delete<>(delete.table(), exactly, delete.origin()));
    }

    private <R extends Record> List<RowMark> keysOf(MirroredTable<R> table, Filter filter, Write<R> write) {
        Read<R> keys = Read.of(table.table(), filter, write.origin()).onlyColumns(table.keyFields());
        return primary.read(keys).stream().map(table::mark).toList();
    }
}
