// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import dev.dualbase.core.internal.binding.CellReader;
import dev.dualbase.core.internal.binding.DirectBinding;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/**
 * Binds a temporal type through JDBC 4.2's {@code getObject} and {@code setObject}. jOOQ's default goes through
 * {@code java.sql.Timestamp} and {@code java.sql.Time}, which shifts wall times in a gap of the JVM's zone and cuts the
 * fraction of a time. Fractions finer than PostgreSQL's microsecond are cut, not rounded, so that a value never moves
 * into the next second.
 */
abstract class TemporalBinding<T> extends AbstractBinding<T, T> implements DirectBinding<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final int sqlType;
    private final Converter<T, T> converter;

    TemporalBinding(Class<T> type, int sqlType) {
        this.type = type;
        this.sqlType = sqlType;
        this.converter = new IdentityConverter<>(type);
    }

    /** The value as PostgreSQL can hold it. */
    abstract T toStored(T value);

    /** The value as callers see it. */
    T fromStored(T value) {
        return value;
    }

    @Override
    public final Converter<T, T> converter() {
        return converter;
    }

    @Override
    public final void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            statement.setObject(index, toStored(value));
        }
    }

    @Override
    public final CellReader<T> reader() {
        return this::read;
    }

    private @Nullable T read(ResultSet row, int index) throws SQLException {
        T value = row.getObject(index, type);
        return value == null ? null : fromStored(value);
    }

    @Override
    public final void set(BindingSetStatementContext<T> ctx) throws SQLException {
        bind(ctx.statement(), ctx.index(), ctx.value());
    }

    @Override
    public final void get(BindingGetResultSetContext<T> ctx) throws SQLException {
        ctx.value(read(ctx.resultSet(), ctx.index()));
    }
}
