// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertReturningStep;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/**
 * One INSERT of rows that set the same columns.
 *
 * @param columns the columns, none for a row of defaults
 * @param how how it is run
 */
record InsertStatement<R extends Record>(Table<R> table, List<Field<?>> columns, List<R> rows, Changes how) {

    List<R> plain(DSLContext sql) {
        InsertReturningStep<R> insert =
                columns.isEmpty() ? sql.insertInto(table).defaultValues() : values(sql);
        return how.rows(sql, table, insert::returning);
    }

    /** Leaves out rows whose key exists, and returns the others. */
    List<R> unlessPresent(DSLContext sql, UniqueKey<R> key) {
        InsertReturningStep<R> insert = values(sql).onConflict(key.getFields()).doNothing();
        return how.rows(sql, table, insert::returning);
    }

    /**
     * Changes rows whose key exists: all columns but those of the key.
     *
     * @param isNew a field of RETURNING that is true for a new row
     */
    Upserted<R> upsert(DSLContext sql, UniqueKey<R> key, Field<Boolean> isNew, boolean returning) {
        Map<Field<?>, Field<?>> changes = changes(columns, key);
        if (changes.isEmpty()) {
            List<R> stored = unlessPresent(sql, key);
            return new Upserted<>(stored.size(), 0, returning ? stored : List.of());
        }
        List<Field<?>> wanted = new ArrayList<>(returning ? List.of(table.fields()) : List.of());
        wanted.add(isNew);
        InsertReturningStep<R> insert =
                values(sql).onConflict(key.getFields()).doUpdate().set(changes);
        Result<?> answer = how.columns(sql, wanted, insert::returningResult);
        int marker = wanted.size() - 1;
        long inserted =
                answer.stream().filter(row -> row.get(marker, Boolean.class)).count();
        List<R> stored = returning ? answer.map(row -> row.into(table)) : List.of();
        return new Upserted<>(inserted, answer.size() - inserted, stored);
    }

    /** What DO UPDATE sets: all columns but those of the key, to what the row has. */
    static Map<Field<?>, Field<?>> changes(List<Field<?>> columns, UniqueKey<?> key) {
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> !key.getFields().contains(column))
                .forEach(column -> changes.put(column, DSL.excluded(column)));
        return changes;
    }

    private InsertValuesStepN<R> values(DSLContext sql) {
        InsertValuesStepN<R> insert = sql.insertInto(table, columns);
        for (R row : rows) {
            insert = insert.values(Values.of(row, columns));
        }
        return insert;
    }

    /** What an upsert did. */
    record Upserted<R>(long inserted, long updated, List<R> rows) {}
}
