// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.UpsertBatch.Group;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.internal.cell.CellColumn;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Rows that one statement stores.
 *
 * @param upsert what they are part of
 * @param columns the columns that they set
 * @param cells the same, if all their values can go as text
 * @param temporaryTables whether there may be a temporary table
 * @param rows the rows
 * @param how how the statement is run
 */
record UpsertStep<R extends Record>(
        Write.Upsert<R> upsert,
        List<Field<?>> columns,
        Optional<List<CellColumn>> cells,
        boolean temporaryTables,
        List<Row<R>> rows,
        Changes how) {

    /** All rows of a group. */
    static <R extends Record> UpsertStep<R> of(
            Write.Upsert<R> upsert, Group<R> group, Changes how, TemporaryTables temporaryTables) {
        int size = group.rows().size();
        // rows to return are asked for by their keys where they were there before, each key a parameter
        boolean bulk = size > 1 && !upsert.returning();
        Optional<List<CellColumn>> cells = bulk ? CellColumn.all(upsert.table(), group.columns()) : Optional.empty();
        boolean allowed = BulkPath.of(size, cells.isPresent(), true) == BulkPath.COPY
                && temporaryTables.areAllowed(upsert.table().getName());
        return new UpsertStep<>(upsert, group.columns(), cells, allowed, group.rows(), how);
    }

    /** Some of the rows. */
    UpsertStep<R> of(List<Row<R>> fewer) {
        return new UpsertStep<>(upsert, columns, cells, temporaryTables, fewer, how);
    }

    BulkPath path() {
        return BulkPath.of(rows.size(), cells.isPresent(), temporaryTables);
    }

    int rowsAtOnce() {
        return path().rowsAtOnce(columns.size());
    }

    boolean needsTransaction() {
        return path() == BulkPath.COPY;
    }
}
