// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.internal.binding.DirectBinding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the server gets it, to be run with any values.
 *
 * @param sql its text; always the same object, so that the driver finds what it prepared without reading it
 * @param parameters in the order of the text
 * @param rows reads the rows it returns, null for a statement that returns none of its table
 * @param <R> the type of those rows
 */
record RenderedStatement<R extends Record>(
        String sql, List<Parameter> parameters, @Nullable RowReader<R> rows) {

    /**
     * A parameter.
     *
     * @param value which of the values it is, from 0
     * @param binding how it is bound
     */
    record Parameter(int value, DirectBinding<?> binding) {

        @SuppressWarnings("unchecked") // the binding was chosen by the type of the value
        void bind(PreparedStatement statement, int index, List<@Nullable Object> values) throws SQLException {
            ((DirectBinding<Object>) binding).bind(statement, index, values.get(value));
        }
    }

    /** The statement on a connection, with these values. */
    PreparedStatement prepare(Connection connection, List<@Nullable Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).bind(statement, i + 1, values);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    /** What it returns. */
    RowReader<R> reader() {
        return Objects.requireNonNull(rows, "it returns no rows");
    }

    /** Runs it for all rows that it returns. */
    List<R> fetch(Connection connection, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, values);
                ResultSet result = statement.executeQuery()) {
            return reader().all(result);
        }
    }

    /** Runs it for the number of rows that it changes. */
    long count(Connection connection, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, values)) {
            return statement.executeUpdate();
        }
    }
}
