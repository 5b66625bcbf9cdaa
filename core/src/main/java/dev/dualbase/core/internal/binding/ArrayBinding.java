// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Arrays, bound as arrays. jOOQ binds their text, which its cast makes arrays of: in a condition that no index answers the
 * server does so anew for each row.
 *
 * @param elements what PostgreSQL calls the type of the elements
 */
record ArrayBinding(DataType<?> type, String elements) implements DirectBinding<Object> {

    @Override
    public CellReader<Object> reader() {
        return this::read;
    }

    private @Nullable Object read(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        if (array == null) {
            return null;
        }
        Object values = array.getArray();
        return type.getType().isInstance(values) ? values : type.convert(values);
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
