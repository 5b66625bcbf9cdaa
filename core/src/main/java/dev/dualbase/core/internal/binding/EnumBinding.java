// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

/** Values of a generated enum, by their names in the database; one that the class does not know is read as null. */
record EnumBinding(Map<String, EnumType> constants) implements DirectBinding<EnumType> {

    static EnumBinding of(Class<? extends EnumType> type) {
        return new EnumBinding(Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(EnumType::getLiteral, Function.identity())));
    }

    @Override
    public CellReader<EnumType> reader() {
        return this::read;
    }

    private @Nullable EnumType read(ResultSet row, int index) throws SQLException {
        String literal = row.getString(index);
        return literal == null ? null : constants.get(literal);
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable EnumType value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, value.getLiteral());
        }
    }
}
