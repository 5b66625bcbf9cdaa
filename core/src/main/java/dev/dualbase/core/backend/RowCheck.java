// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.internal.row.ColumnPlace;
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
        TableChecks checks = TableChecks.of(table);
        for (int i = 0; i < row.size(); i++) {
            if (row.changed(i)) {
                checks.check(row, i);
            }
        }
    }

    /** The columns that were set on the record, in the order of the table. */
    public static List<Field<?>> setColumns(Table<?> table, Record row) {
        Field<?>[] columns = table.fields();
        List<Field<?>> set = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int place = ColumnPlace.in(row, columns[i], i);
            if (place >= 0 && row.changed(place)) {
                set.add(columns[i]);
            }
        }
        return set;
    }

    /** The columns that were set and those of the key, which identify the row even where they were read and not set. */
    public static List<Field<?>> setColumns(Table<?> table, Record row, UniqueKey<?> key) {
        SetColumns columns = new SetColumns(table, key);
        return columns.at(columns.of(row));
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
}
