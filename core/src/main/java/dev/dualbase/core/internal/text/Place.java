// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.type.ColumnName;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Where a value belongs, for messages: a column, or none that is known. */
record Place(@Nullable String table, @Nullable String column) {

    static final Place UNKNOWN = new Place(null, null);

    static Place of(Field<?> column) {
        return new Place(ColumnName.tableOf(column), column.getName());
    }

    UnsupportedCapabilityException refuse(Class<?> type) {
        return new UnsupportedCapabilityException(
                name() + ": values of " + type.getName() + " have no text form; give the column a jOOQ converter"
                        + " to String or another type that has one, or leave it out",
                new ErrorInfo("0A000", table, column, null, null),
                null);
    }

    private String name() {
        if (column == null) {
            return "a value";
        }
        return table == null ? column : table + "." + column;
    }
}
