// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Makes records of values that were fetched, so that nothing in them counts as changed. */
final class FetchedRows<R extends Record> {

    /** {@code Table.newRecord()} makes a configuration with settings of its own for each record, which takes a kilobyte. */
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final Table<R> table;

    FetchedRows(Table<R> table) {
        this.table = table;
    }

    /**
     * A record.
     *
     * @param values one for each column of the table
     */
    R of(@Nullable Object[] values) {
        R row = SQL.newRecord(table);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                set(row, table.field(i), values[i]);
            }
        }
        row.changed(false);
        return row;
    }

    @SuppressWarnings("unchecked") // the value was read by the codec of the column
    private static <T> void set(Record row, @Nullable Field<T> column, @Nullable Object value) {
        row.set(column, (T) value);
    }
}
