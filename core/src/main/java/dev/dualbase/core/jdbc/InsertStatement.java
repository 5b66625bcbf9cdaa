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

    /** Whether it is the usual one, which is rendered once and run with any values. */
    boolean isOneRow() {
        return rows.size() == 1 && !columns.isEmpty() && how == Changes.alone();
    }

    List<Field<?>> allColumns() {
        return List.of(table.fields());
    }

    /** Whether it sets other columns than those of the key. */
    boolean changesMoreThan(UniqueKey<R> key) {
        return !key.getFields().containsAll(columns);
    }

    List<R> plain(DSLContext sql) {
        InsertReturningStep<R> insert =
                columns.isEmpty() ? sql.insertInto(table).defaultValues() : values(sql, Parameters.once());
        return how.rows(sql, table, insert::returning);
    }

    List<R> unlessPresent(DSLContext sql, UniqueKey<R> key) {
        InsertReturningStep<R> insert = valuesUnless(sql, key, Parameters.once());
        return how.rows(sql, table, insert::returning);
    }

    /**
     * Changes rows whose key exists, which needs other columns than those of the key.
     *
     * @param isNew a field of RETURNING that is true for a new row
     */
    Upserted<R> upsert(DSLContext sql, UniqueKey<R> key, Field<Boolean> isNew, boolean returning) {
        List<Field<?>> wanted = with(returning ? allColumns() : List.of(), isNew);
        InsertReturningStep<R> insert = valuesOrChanges(sql, key, Parameters.once());
        Result<?> answer = how.columns(sql, wanted, insert::returningResult);
        int marker = wanted.size() - 1;
        long inserted =
                answer.stream().filter(row -> row.get(marker, Boolean.class)).count();
        List<R> stored = returning ? answer.map(row -> row.into(table)) : List.of();
        return new Upserted<>(inserted, answer.size() - inserted, stored);
    }

    static List<Field<?>> with(List<Field<?>> columns, Field<?> last) {
        List<Field<?>> all = new ArrayList<>(columns);
        all.add(last);
        return all;
    }

    InsertValuesStepN<R> values(DSLContext sql, Parameters parameters) {
        InsertValuesStepN<R> insert = sql.insertInto(table, columns);
        for (R row : rows) {
            insert = insert.values(Values.of(row, columns, parameters));
        }
        return insert;
    }

    /** Leaves out rows whose key exists. */
    InsertReturningStep<R> valuesUnless(DSLContext sql, UniqueKey<R> key, Parameters parameters) {
        return values(sql, parameters).onConflict(key.getFields()).doNothing();
    }

    /** Changes rows whose key exists: all columns but those of the key. */
    InsertReturningStep<R> valuesOrChanges(DSLContext sql, UniqueKey<R> key, Parameters parameters) {
        return values(sql, parameters).onConflict(key.getFields()).doUpdate().set(changes(columns, key));
    }

    /** What DO UPDATE sets: all columns but those of the key, to what the row has. */
    static Map<Field<?>, Field<?>> changes(List<Field<?>> columns, UniqueKey<?> key) {
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> !key.getFields().contains(column))
                .forEach(column -> changes.put(column, DSL.excluded(column)));
        return changes;
    }

    /** What an upsert did. */
    record Upserted<R>(long inserted, long updated, List<R> rows) {}
}
