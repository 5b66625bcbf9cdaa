// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one type.
 *
 * @param <T> their Java type
 */
@FunctionalInterface
public interface CellReader<T> {

    /** The value of a column of the current row; null for the null of SQL. */
    @Nullable
    T read(ResultSet row, int index) throws SQLException;
}
