// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/** A statement behind another one in the same message, whose result it skips. */
final class SecondResult extends DefaultPreparedStatement {

    SecondResult(PreparedStatement statement) {
        super(statement);
    }

    @Override
    public boolean execute() throws SQLException {
        boolean answered = getDelegatePreparedStatement().execute();
        assert answered;
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
}
