// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.row;

import org.jooq.Field;
import org.jooq.Record;

/**
 * Where a record has a column of a table. A record of that table has its columns at the same places, which is seen without
 * comparing a name.
 */
public final class ColumnPlace {

    private ColumnPlace() {}

    /**
     * The place of the column in the record, or -1 if it has none such.
     *
     * @param place that of the column in its table
     */
    public static int in(Record row, Field<?> column, int place) {
        return isAt(row.fields(), column, place) ? place : row.indexOf(column);
    }

    /** The place of the column among others, or -1. */
    public static int among(Field<?>[] columns, Field<?> column) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == column) {
                return i;
            }
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this very column is at the place. */
    public static boolean isAt(Field<?>[] columns, Field<?> column, int place) {
        return place < columns.length && columns[place] == column;
    }
}
