// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.DataType;
import org.jooq.util.postgres.PostgresUtils;
import org.jspecify.annotations.Nullable;

/** Arrays, bound in PostgreSQL's text form (manual, 8.15.2), which jOOQ's cast makes an array of. */
record ArrayBinding(DataType<?> type) implements DirectBinding<Object> {

    @Override
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
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
            statement.setString(index, PostgresUtils.toPGArrayString((Object[]) value));
        }
    }
}
