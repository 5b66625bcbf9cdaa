// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.SchemaMismatchException;
import org.jooq.Field;
import org.jooq.Table;

/** Looks columns up in a table, so that no name from outside ever becomes part of a statement. */
public final class TableColumns {

    private static final int SHOWN_NAME_LENGTH = 63;

    private TableColumns() {}

    /**
     * The table's column of this name, in the exact spelling of the database.
     *
     * @throws SchemaMismatchException SQLSTATE 42703, if there is none
     */
    public static Field<?> require(Table<?> table, String name) {
        for (Field<?> column : table.fields()) {
            if (column.getName().equals(name)) {
                return column;
            }
        }
        throw unknown(table, name);
    }

    /**
     * The table's own column that equals the given one.
     *
     * @throws SchemaMismatchException SQLSTATE 42703, if the column belongs to another table
     */
    public static Field<?> require(Table<?> table, Field<?> column) {
        for (Field<?> own : table.fields()) {
            if (own == column) {
                return own;
            }
        }
        String owner = ColumnName.tableOf(column);
        if (owner != null && !owner.equals(table.getName())) {
            throw unknown(table, ColumnName.of(column));
        }
        return require(table, column.getName());
    }

    private static SchemaMismatchException unknown(Table<?> table, String name) {
        return new SchemaMismatchException(
                "the table has no such column", new ErrorInfo("42703", table.getName(), shown(name), null, null), null);
    }

    /** A name that comes from outside, fit for a message: short, and without control characters. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^\\p{Alnum}_.]", "?");
        return printable.length() <= SHOWN_NAME_LENGTH ? printable : printable.substring(0, SHOWN_NAME_LENGTH);
    }
}
