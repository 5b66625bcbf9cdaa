// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Numbers, text, bytes and documents. Dates and times have bindings of their own in {@code core.type}. */
final class ScalarBindings {

    static final Map<Class<?>, DirectBinding<?>> BY_TYPE = Map.ofEntries(
            Map.entry(
                    Boolean.class,
                    new ScalarBinding<>(
                            Types.BOOLEAN,
                            (row, index) -> orNull(row, row.getBoolean(index)),
                            PreparedStatement::setBoolean)),
            Map.entry(
                    Short.class,
                    new ScalarBinding<>(
                            Types.SMALLINT,
                            (row, index) -> orNull(row, row.getShort(index)),
                            PreparedStatement::setShort)),
            Map.entry(
                    Integer.class,
                    new ScalarBinding<>(
                            Types.INTEGER, (row, index) -> orNull(row, row.getInt(index)), PreparedStatement::setInt)),
            Map.entry(
                    Long.class,
                    new ScalarBinding<>(
                            Types.BIGINT, (row, index) -> orNull(row, row.getLong(index)), PreparedStatement::setLong)),
            Map.entry(
                    Float.class,
                    new ScalarBinding<>(
                            Types.FLOAT,
                            (row, index) -> orNull(row, row.getFloat(index)),
                            PreparedStatement::setFloat)),
            Map.entry(
                    Double.class,
                    new ScalarBinding<>(
                            Types.DOUBLE,
                            (row, index) -> orNull(row, row.getDouble(index)),
                            PreparedStatement::setDouble)),
            Map.entry(
                    BigDecimal.class,
                    new ScalarBinding<>(Types.DECIMAL, ResultSet::getBigDecimal, PreparedStatement::setBigDecimal)),
            Map.entry(
                    BigInteger.class,
                    new ScalarBinding<>(
                            Types.DECIMAL,
                            ScalarBindings::readBigInteger,
                            (statement, index, value) -> statement.setBigDecimal(index, new BigDecimal(value)))),
            Map.entry(
                    String.class,
                    new ScalarBinding<>(Types.VARCHAR, ResultSet::getString, PreparedStatement::setString)),
            Map.entry(
                    UUID.class,
                    new ScalarBinding<>(
                            Types.OTHER,
                            (row, index) -> row.getObject(index, UUID.class),
                            PreparedStatement::setObject)),
            Map.entry(
                    byte[].class, new ScalarBinding<>(Types.BINARY, ResultSet::getBytes, PreparedStatement::setBytes)),
            Map.entry(
                    JSON.class,
                    new ScalarBinding<>(
                            Types.VARCHAR,
                            (row, index) -> JSON.jsonOrNull(row.getString(index)),
                            (statement, index, value) -> statement.setString(index, value.data()))),
            Map.entry(
                    JSONB.class,
                    new ScalarBinding<>(
                            Types.VARCHAR,
                            (row, index) -> JSONB.jsonbOrNull(row.getString(index)),
                            (statement, index, value) -> statement.setString(index, value.data()))));

    /** What PostgreSQL calls the types whose arrays the driver reads as arrays of their own. */
    private static final Map<Class<?>, String> ELEMENTS = Map.of(
            Boolean.class, "bool",
            Short.class, "int2",
            Integer.class, "int4",
            Long.class, "int8",
            Float.class, "float4",
            Double.class, "float8",
            BigDecimal.class, "numeric",
            String.class, "text",
            UUID.class, "uuid");

    private ScalarBindings() {}

    /** The binding of an array of this type, or null if there is none for its elements. */
    static @Nullable DirectBinding<?> ofArray(DataType<?> type) {
        String elements = ELEMENTS.get(type.getType().getComponentType());
        return elements == null ? null : ArrayBinding.of(type, elements);
    }

    /** The value just read, unless the driver says that it stands for null. */
    private static <T> @Nullable T orNull(ResultSet row, T value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable BigInteger readBigInteger(ResultSet row, int index) throws SQLException {
        BigDecimal value = row.getBigDecimal(index);
        return value == null ? null : value.toBigInteger();
    }
}
