// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Values that JDBC reads and sets by one method each.
 *
 * @param sqlType what a null is bound as, from {@link java.sql.Types}
 */
record ScalarBinding<T>(int sqlType, CellReader<T> reader, Setter<T> setter) implements DirectBinding<T> {

    /** Sets a value that is not null. */
    interface Setter<T> {
        void set(PreparedStatement statement, int index, T value) throws SQLException;
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            setter.set(statement, index, value);
        }
    }
}
