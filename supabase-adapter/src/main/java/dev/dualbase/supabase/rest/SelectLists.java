// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Keeps the select lists of all columns of a table, which nearly every request asks for. */
final class SelectLists {

    /** No service has so many tables; one that makes them up as it goes gets its lists made anew. */
    private static final int MOST = 1_000;

    private final Map<Table<?>, SelectList<?>> ofFewRows = new ConcurrentHashMap<>();
    private final Map<Table<?>, SelectList<?>> ofManyRows = new ConcurrentHashMap<>();

    /** These columns of so many rows at most. */
    <R extends Record> SelectList<R> of(Table<R> table, List<Field<?>> columns, int rows) {
        return areAll(table, columns) ? ofAll(table, rows) : new SelectList<>(table, columns, SelectList.areMany(rows));
    }

    /** All columns of so many rows at most. */
    <R extends Record> SelectList<R> ofAll(Table<R> table, int rows) {
        boolean many = SelectList.areMany(rows);
        Map<Table<?>, SelectList<?>> kept = many ? ofManyRows : ofFewRows;
        @Nullable SelectList<?> known = kept.get(table);
        if (known != null && known.table() == table) {
            return cast(known);
        }
        SelectList<R> made = new SelectList<>(table, List.of(table.fields()), many);
        if (known != null || kept.size() < MOST) {
            kept.put(table, made);
        }
        return made;
    }

    @SuppressWarnings("unchecked") // it is of the same table
    private static <R extends Record> SelectList<R> cast(SelectList<?> known) {
        return (SelectList<R>) known;
    }

    private static boolean areAll(Table<?> table, List<Field<?>> columns) {
        int count = table.fieldsRow().size();
        if (columns.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (columns.get(i) != table.field(i)) {
                return false;
            }
        }
        return true;
    }
}
