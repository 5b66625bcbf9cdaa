// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import org.jooq.Field;
import org.jooq.Named;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The names of tables and columns as messages show them: {@code clients.phone}, without schema or quotes. */
public final class ColumnName {

    private ColumnName() {}

    /** The table's and the column's name, or the column's alone where the table is not known. */
    public static String of(Field<?> column) {
        String table = tableOf(column);
        return table == null ? column.getName() : table + "." + column.getName();
    }

    /** The name of the column's table, or null for a field that belongs to none. */
    public static @Nullable String tableOf(Field<?> column) {
        Named table = column instanceof TableField<?, ?> tableField ? tableField.getTable() : null;
        if (table != null) {
            return table.getName();
        }
        String[] parts = column.getQualifiedName().getName();
        return parts.length < 2 ? null : parts[parts.length - 2];
    }
}
