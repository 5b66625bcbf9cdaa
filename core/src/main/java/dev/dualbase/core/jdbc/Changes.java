// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.KeyNote;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/** Runs a statement that changes rows: by itself, or together with notes of their keys. */
interface Changes {

    /** The statement by itself. */
    static Changes alone() {
        return PlainChanges.INSTANCE;
    }

    /** The statement with a note of each row that it returns. */
    static Changes noted(Table<?> table, KeyNote note) {
        return new NotedChanges(table, note);
    }

    /**
     * The rows that were changed.
     *
     * @param returning makes the statement return columns
     */
    <R extends Record> List<R> rows(DSLContext sql, Table<R> table, Function<List<Field<?>>, ResultQuery<R>> returning);

    /** These columns of the rows that were changed. */
    Result<?> columns(
            DSLContext sql, List<Field<?>> wanted, Function<List<Field<?>>, ? extends ResultQuery<?>> returning);

    /**
     * How many rows were changed.
     *
     * @param silent the statement where it need not return anything
     */
    long count(DSLContext sql, RowCountQuery silent, Function<List<Field<?>>, ? extends ResultQuery<?>> returning);
}
