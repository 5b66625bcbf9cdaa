// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Record;

/**
 * Rows of one table on their way to the other side, as they are on the primary.
 *
 * @param table the table
 * @param rows those that exist
 * @param gone those that do not
 */
record CarriedRows<R extends Record>(MirroredTable<R> table, List<R> rows, Set<RowMark> gone) {

    /**
     * Asks the primary for the rows of these keys.
     *
     * @throws dev.dualbase.core.error.AccessDeniedException if some are not found, and policies may only hide them
     */
    static <R extends Record> CarriedRows<R> of(MirroredTable<R> table, Collection<RowMark> marks, Backend primary) {
        List<R> rows = table.read(primary, marks);
        Set<RowMark> gone = new LinkedHashSet<>(marks);
        rows.forEach(row -> gone.remove(table.mark(row)));
        if (!gone.isEmpty()) {
            HiddenRows.refuse(primary, table.table());
        }
        return new CarriedRows<>(table, rows, gone);
    }

    /** Removes those that are gone. What they free, such as a unique value, others may need. */
    void delete(Backend other) {
        if (!gone.isEmpty()) {
            RowLocks.take(other, gone);
            table.delete(other, gone);
        }
    }

    /** Inserts and updates those that exist. */
    void store(Backend other) {
        if (!rows.isEmpty()) {
            table.store(other, rows);
            RowLocks.take(other, rows.stream().map(table::mark).toList());
        }
    }

    /** The table and numbers: rows and keys are data. */
    @Override
    public String toString() {
        return "CarriedRows[" + table.name() + ", rows=" + rows.size() + ", gone=" + gone.size() + "]";
    }
}
