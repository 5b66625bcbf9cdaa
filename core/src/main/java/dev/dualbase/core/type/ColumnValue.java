// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import dev.dualbase.core.error.InvalidValueException;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Checks one value against its column; {@link ColumnCheck} checks many. */
public final class ColumnValue {

    private ColumnValue() {}

    /**
     * Does nothing if the column can hold the value; null is left to the database.
     *
     * @throws InvalidValueException naming the column, with the SQLSTATE a server would have used
     */
    public static void check(Field<?> column, @Nullable Object value) {
        if (value != null) {
            ColumnCheck.of(column).check(value);
        }
    }
}
