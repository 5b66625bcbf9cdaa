// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultConnection;

/**
 * Sends the statement timeout ahead of each prepared statement, for a connection in autocommit whose session may be another
 * one next time.
 *
 * <p>pgjdbc sends statements separated by a semicolon in one message flow with one Sync at its end, and up to a Sync the
 * server takes them as one transaction (PostgreSQL manual, 54.2.3): so a local setting holds for what follows, and ends with
 * it. It is set by the function because SET LOCAL has the server log a warning where no transaction was begun.
 */
final class TimedConnection extends DefaultConnection {

    private final String prefix;

    TimedConnection(Connection connection, long millis) {
        super(connection);
        this.prefix = "select set_config('statement_timeout', '" + millis + "', true); ";
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return new SecondResult(getDelegate().prepareStatement(prefix + sql));
    }
}
