// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A statement between a begin with a query of settings, whose results it skips, and a commit. Where it fails it is rolled
 * back: after that the server takes nothing else.
 */
final class InTransaction extends DefaultPreparedStatement {

    private final Connection connection;

    InTransaction(PreparedStatement statement, Connection connection) {
        super(statement);
        this.connection = connection;
    }

    @Override
    public boolean execute() throws SQLException {
        try {
            boolean rows = getDelegatePreparedStatement().execute();
            assert !rows;
        } catch (SQLException failure) {
            rollback();
            throw failure;
        }
        boolean settings = getMoreResults();
        assert settings;
        return getMoreResults();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        boolean rows = execute();
        assert rows;
        return getResultSet();
    }

    @Override
    public int executeUpdate() throws SQLException {
        boolean rows = execute();
        assert !rows;
        return getUpdateCount();
    }

    /** A connection that cannot be cleared is closed, so that nobody gets it again. */
    private void rollback() throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        if (driver.getTransactionState() == TransactionState.IDLE) {
            return;
        }
        try (Statement statement = driver.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException lost) {
            driver.close();
        }
    }
}
