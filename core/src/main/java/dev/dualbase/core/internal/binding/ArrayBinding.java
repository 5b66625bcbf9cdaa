// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;

/**
 * Arrays, bound as arrays. jOOQ binds their text, which its cast makes arrays of: in a condition that no index answers the
 * server does so anew for each row.
 *
 * @param elements what PostgreSQL calls the type of the elements
 * @param binary reads what was sent in binary, null if only the driver can
 */
record ArrayBinding(
        DataType<?> type, String elements, @Nullable BinaryArray binary) implements DirectBinding<Object> {

    /** Of the format codes of the protocol (PostgreSQL manual, 53.7, RowDescription). */
    private static final int BINARY = 1;

    static ArrayBinding of(DataType<?> type, String elements) {
        return new ArrayBinding(
                type, elements, BinaryArray.BY_ELEMENT.get(type.getType().getComponentType()));
    }

    @Override
    public CellReader<Object> reader() {
        return this::read;
    }

    private @Nullable Object read(ResultSet row, int index) throws SQLException {
        if (binary != null && isBinary(row, index)) {
            byte[] bytes = row.getBytes(index);
            Object values = bytes == null ? null : binary.read(bytes);
            if (bytes == null || values != null) {
                return values;
            }
        }
        Array array = row.getArray(index);
        if (array == null) {
            return null;
        }
        Object values = array.getArray();
        return type.getType().isInstance(values) ? values : type.convert(values);
    }

    private static boolean isBinary(ResultSet row, int index) throws SQLException {
        return row.getMetaData() instanceof PGResultSetMetaData columns && columns.getFormat(index) == BINARY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.ARRAY);
        } else {
            statement.setArray(index, statement.getConnection().createArrayOf(elements, (Object[]) value));
        }
    }
}
