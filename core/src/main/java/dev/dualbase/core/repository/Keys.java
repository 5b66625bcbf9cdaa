// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.repository;

import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.type.ColumnName;
import dev.dualbase.core.type.ColumnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Keys as filters. */
final class Keys {

    private Keys() {}

    static <R extends Record> UniqueKey<R> primary(Table<R> table) {
        require(table);
        return Objects.requireNonNull(table.getPrimaryKey());
    }

    /** Refuses a table without a primary key. */
    static void require(Table<?> table) {
        if (table.getPrimaryKey() == null) {
            throw new UnsupportedCapabilityException("table " + table.getName() + " has no primary key; use a filter");
        }
    }

    /** Refuses a row that was read with another key than it has now: it would overwrite a stranger. */
    static void requireUnchanged(UniqueKey<?> key, Record row) {
        for (Field<?> column : key.getFields()) {
            @Nullable Object read = row.original(column);
            if (read != null && !read.equals(row.get(column))) {
                throw new InvalidValueException(
                        ColumnName.of(column) + " is part of the key, which an update cannot change",
                        "22023",
                        ColumnName.tableOf(column),
                        column.getName());
            }
        }
    }

    /** The columns of the primary key, or all columns of a table without one. */
    static List<Field<?>> primaryColumns(Table<?> table) {
        UniqueKey<?> primary = table.getPrimaryKey();
        return primary == null ? List.of(table.fields()) : List.copyOf(primary.getFields());
    }

    static Filter equal(UniqueKey<?> key, @Nullable Object[] values) {
        List<? extends Field<?>> columns = key.getFields();
        if (values.length != columns.size()) {
            String what = "the key " + key.getName() + " has " + columns.size() + " columns, but " + values.length
                    + " values were given";
            throw new InvalidValueException(what, "22023", key.getTable().getName(), null);
        }
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parts.add(equal(columns.get(i), values[i]));
        }
        return Filters.and(parts);
    }

    private static <T> Filter equal(Field<T> column, @Nullable Object value) {
        if (value == null) {
            String table = ColumnName.tableOf(column);
            throw new InvalidValueException(
                    ColumnName.of(column) + " is part of the key and has no value", "22004", table, column.getName());
        }
        ColumnValue.check(column, value);
        return Filters.eq(column, column.getType().cast(value));
    }

    static @Nullable Object[] valuesOf(UniqueKey<?> key, Record row) {
        return key.getFields().stream().map(row::get).toArray();
    }

    /** A record with the columns that were set on another, except those of the key. */
    static <R extends Record> R without(UniqueKey<R> key, Table<R> table, R row) {
        R changes = table.newRecord();
        for (Field<?> column : table.fields()) {
            if (row.changed(column) && !key.getFields().contains(column)) {
                RowCheck.copy(column, row, changes);
            }
        }
        return changes;
    }
}
