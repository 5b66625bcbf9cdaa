// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.ColumnValue;
import dev.dualbase.core.type.TableColumns;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/** Which columns of a record were set, whether their values fit, and how to carry them to another record. */
public final class RowCheck {

    private RowCheck() {}

    /**
     * Checks each column that was set.
     *
     * @throws dev.dualbase.core.error.InvalidValueException naming the column whose value does not fit
     * @throws dev.dualbase.core.error.SchemaMismatchException naming a column that the table does not have
     */
    public static void check(Table<?> table, Record row) {
        for (Field<?> column : row.fields()) {
            if (row.changed(column)) {
                ColumnValue.check(TableColumns.require(table, column), row.get(column));
            }
        }
    }

    /** The columns that were set on the record, in the order of the table. */
    public static List<Field<?>> setColumns(Table<?> table, Record row) {
        List<Field<?>> columns = new ArrayList<>();
        for (Field<?> column : table.fields()) {
            if (row.field(column) != null && row.changed(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** The columns that were set and those of the key, which identify the row even where they were read and not set. */
    public static List<Field<?>> setColumns(Table<?> table, Record row, UniqueKey<?> key) {
        List<Field<?>> columns = new ArrayList<>();
        for (Field<?> column : table.fields()) {
            boolean ofKey = key.getFields().contains(column);
            if (row.field(column) != null && (row.changed(column) || (ofKey && row.get(column) != null))) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Sets a column of one record to its value in another, also where jOOQ would not count that as a change. */
    public static <T> void copy(Field<T> column, Record from, Record to) {
        to.set(column, from.get(column));
        to.changed(column, true);
    }

    /**
     * Refuses a key of another table.
     *
     * @throws InvalidValueException SQLSTATE 42P10
     */
    static void requireKeyOf(Table<?> table, UniqueKey<?> key) {
        if (!key.getTable().equals(table)) {
            throw new InvalidValueException(
                    "the key " + key.getName() + " belongs to another table", "42P10", table.getName(), null);
        }
    }

    /**
     * Refuses a row that leaves a column of the key unset: what it conflicts with would be up to a default.
     *
     * @throws InvalidValueException naming the column
     */
    static void requireKeySet(Table<?> table, Record row, UniqueKey<?> key) {
        List<Field<?>> set = setColumns(table, row, key);
        for (Field<?> column : key.getFields()) {
            if (!set.contains(column)) {
                String what = "the key " + key.getName() + " needs " + table.getName() + "." + column.getName()
                        + " to be set";
                throw new InvalidValueException(what, "22004", table.getName(), column.getName());
            }
        }
    }
}
