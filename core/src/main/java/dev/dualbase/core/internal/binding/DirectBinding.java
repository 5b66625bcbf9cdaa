// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Reads and binds values of one type as jOOQ's binding of that type does on PostgreSQL, without the objects that jOOQ makes
 * for each value on the way.
 *
 * @param <T> the Java type of the values
 */
public interface DirectBinding<T> {

    /** What reads a column of the current row: it is called for each cell, and so should not pass the call on. */
    CellReader<T> reader();

    /** Sets a parameter of a statement that jOOQ rendered, with the cast that it rendered for the type. */
    void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException;

    /** The binding of a type, or null for one that only jOOQ itself can read and bind, such as one with a converter. */
    static <T> @Nullable DirectBinding<T> of(DataType<T> type) {
        return BindingLookup.of(type);
    }
}
