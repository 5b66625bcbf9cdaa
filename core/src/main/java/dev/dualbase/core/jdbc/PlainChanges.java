// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/** Nothing but the statement. */
enum PlainChanges implements Changes {
    INSTANCE;

    @Override
    public <R extends Record> List<R> rows(
            DSLContext sql, Table<R> table, Function<List<Field<?>>, ResultQuery<R>> returning) {
        return returning.apply(List.of(table.fields())).fetch();
    }

    @Override
    public Result<?> columns(
            DSLContext sql, List<Field<?>> wanted, Function<List<Field<?>>, ? extends ResultQuery<?>> returning) {
        return returning.apply(wanted).fetch();
    }

    @Override
    public long count(
            DSLContext sql, RowCountQuery silent, Function<List<Field<?>>, ? extends ResultQuery<?>> returning) {
        return silent.execute();
    }
}
