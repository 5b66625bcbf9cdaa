// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.jdbc.InsertStatement.Upserted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertReturningStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/**
 * One upsert of rows that are the result of a query.
 *
 * @param columns the columns
 * @param key what decides whether a row exists
 * @param isNew a field of RETURNING that is true for a new row
 * @param rows the rows, which set these columns
 * @param how how it is run
 */
record MergeStatement<R extends Record>(
        Table<R> table, List<Field<?>> columns, UniqueKey<R> key, Field<Boolean> isNew, MergedRows rows, Changes how) {

    /** Inserts rows, and changes those whose key exists: all columns but those of the key. */
    Upserted<R> run(DSLContext sql, ShapeCache<String> texts) {
        boolean keysAlone = columns.size() == key.getFields().size();
        Counts counts = how == Changes.alone() ? aggregated(sql, texts) : counted(sql);
        // without an update all that was returned is new, whoever else wrote the same key just then
        long inserted = keysAlone ? counts.all : counts.fresh;
        return new Upserted<>(inserted, counts.all - inserted, List.of());
    }

    private InsertReturningStep<R> merge(DSLContext sql) {
        Map<Field<?>, Field<?>> changes = InsertStatement.changes(columns, key);
        var insert = sql.insertInto(table, columns).select(rows.select()).onConflict(key.getFields());
        return changes.isEmpty() ? insert.doNothing() : insert.doUpdate().set(changes);
    }

    private record Counts(long fresh, long all) {}

    /** By the server, so that nothing but the numbers travels. */
    private Counts aggregated(DSLContext sql, ShapeCache<String> texts) {
        Shape shape = shape();
        String known = texts.find(shape);
        String text = known != null ? known : sql.render(aggregate(sql));
        Counts counts = sql.connectionResult(connection -> run(connection, text));
        if (known == null) {
            texts.keep(shape, text); // it ran, and so is right
        }
        return counts;
    }

    private Shape shape() {
        List<Object> parts = new ArrayList<>(columns.size() + 3);
        parts.add(rows.getClass());
        parts.add(table);
        parts.add(key);
        parts.addAll(columns);
        return new Shape(parts);
    }

    private Query aggregate(DSLContext sql) {
        CommonTableExpression<?> merged = DSL.name("merged").as(merge(sql).returningResult(isNew));
        Field<Boolean> fresh = DSL.field(isNew.getUnqualifiedName(), Boolean.class);
        return sql.with(merged)
                .select(DSL.count().filterWhere(DSL.condition(fresh)), DSL.count())
                .from(merged);
    }

    private Counts run(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int number = 0;
            for (byte[] parameter : rows.parameters()) {
                statement.setBytes(++number, parameter);
            }
            try (ResultSet counts = statement.executeQuery()) {
                counts.next();
                return new Counts(counts.getLong(1), counts.getLong(2));
            }
        }
    }

    private Counts counted(DSLContext sql) {
        Result<?> answer = how.columns(sql, List.of(isNew), merge(sql)::returningResult);
        long fresh = answer.stream().filter(row -> row.get(0, Boolean.class)).count();
        return new Counts(fresh, answer.size());
    }
}
