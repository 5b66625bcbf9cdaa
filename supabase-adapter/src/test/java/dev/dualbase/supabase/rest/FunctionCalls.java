// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Calls the functions over JDBC, each call a transaction of its own, as it is over HTTP. */
final class FunctionCalls implements ProgramSender {

    private final DataSource database;
    private final List<Optional<Duration>> bounds = new ArrayList<>();
    private String before = "";

    FunctionCalls(DataSource database) {
        this.database = database;
    }

    /** What each session does first. */
    FunctionCalls after(String sql) {
        before = sql;
        return this;
    }

    /** The bounds of the programs that were sent. */
    List<Optional<Duration>> bounds() {
        return bounds;
    }

    @Override
    public byte[] send(WriteProgram program, Optional<Duration> atMost) {
        bounds.add(atMost);
        String body = new String(program.body(), StandardCharsets.UTF_8);
        try {
            return one("select dualbase_write(?::jsonb -> 'writes')", body).getBytes(StandardCharsets.UTF_8);
        } catch (SQLException failure) {
            throw failure(program, failure);
        }
    }

    /** Sends programs one after another, and takes their effects back. */
    List<byte[]> tryOut(List<WriteProgram> programs) throws SQLException {
        List<byte[]> answers = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (WriteProgram program : programs) {
                String body = new String(program.body(), StandardCharsets.UTF_8);
                answers.add(one(connection, "select dualbase_write(?::jsonb -> 'writes')", body)
                        .getBytes(StandardCharsets.UTF_8));
            }
            connection.rollback();
        }
        return answers;
    }

    /** The answer to writes that are written by hand, with ' in place of ". */
    @CanIgnoreReturnValue
    String write(String json) throws SQLException {
        return one("select dualbase_write(?::jsonb)", json.replace('\'', '"'));
    }

    byte[] describe(byte[] body) throws SQLException {
        return one(
                        "select dualbase_describe(array(select jsonb_array_elements_text(?::jsonb -> 'tables')))",
                        new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The first column of the first row. */
    String value(String sql) throws SQLException {
        return one(sql, null);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection()) {
            prepare(connection);
            return one(connection, sql, parameter);
        }
    }

    private static String one(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(before);
        }
    }

    static ErrorInfo info(SQLException failure) {
        ServerErrorMessage server = ((PSQLException) failure).getServerErrorMessage();
        return FunctionFailure.read(server.getMessage(), server.getDetail(), server.getHint())
                .orElseGet(() -> ErrorInfo.ofSqlState(failure.getSQLState()));
    }

    private static StorageException failure(WriteProgram program, SQLException failure) {
        return SqlStates.toException(program.located(info(failure)), null);
    }
}
