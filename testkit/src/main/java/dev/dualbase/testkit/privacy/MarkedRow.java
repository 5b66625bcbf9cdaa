// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any table with a marked value in every column that can carry one: text, documents, arrays, numbers, dates,
 * UUIDs and bytes. Booleans, enums and columns too short for a mark cannot; they are left unset, and so are columns that
 * the database generates.
 *
 * @param <R> the type of a row
 */
public final class MarkedRow<R extends Record> {

    private final Table<R> table;
    private final Map<Field<?>, @Nullable Object> fixed;
    private final List<Field<?>> unset;

    private MarkedRow(Table<R> table, Map<Field<?>, @Nullable Object> fixed, List<Field<?>> unset) {
        this.table = table;
        this.fixed = fixed;
        this.unset = unset;
    }

    /** Rows of this table. */
    public static <R extends Record> MarkedRow<R> of(Table<R> table) {
        return new MarkedRow<>(table, Map.of(), List.of());
    }

    /** The same with a value of one's own in a column, such as a reference to a row that exists. */
    public <T> MarkedRow<R> with(Field<T> column, @Nullable T value) {
        Map<Field<?>, @Nullable Object> more = new LinkedHashMap<>(fixed);
        more.put(column, value);
        return new MarkedRow<>(table, more, unset);
    }

    /** The same with a column left unset, such as a reference. */
    public MarkedRow<R> without(Field<?> column) {
        List<Field<?>> more = new ArrayList<>(unset);
        more.add(column);
        return new MarkedRow<>(table, fixed, more);
    }

    /** The table. */
    public Table<R> table() {
        return table;
    }

    /** The row of a number from 0 to 9; another number has another value in each marked column. */
    public R row(int number) {
        R row = table.newRecord();
        for (Field<?> column : table.fields()) {
            set(row, column, number);
        }
        return row;
    }

    private <T> void set(R row, Field<T> column, int number) {
        if (unset.contains(column)) {
            return;
        }
        @Nullable Object value = fixed.containsKey(column) ? fixed.get(column) : Marks.in(column, number);
        if (value != null) {
            row.set(column, column.getType().cast(value));
        }
    }

    /** The columns that carry a mark. */
    public List<Field<?>> columns() {
        List<Field<?>> marked = new ArrayList<>();
        for (Field<?> column : table.fields()) {
            if (!unset.contains(column) && !fixed.containsKey(column) && Marks.in(column, 0) != null) {
                marked.add(column);
            }
        }
        return marked;
    }
}
