// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A session on a database, as its server sees it. */
record OpenSession(int pid, String application, String state) {
    /** All sessions but those of one application. One that was closed a moment ago may still be among them. */
    static List<OpenSession> notOf(String application, TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT pid, application_name, coalesce(state, 'unknown') FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_type = 'client backend'
                          AND pid <> pg_backend_pid() AND application_name <> ?
                        """)) {
            statement.setString(1, application);
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The sessions on " + database.name() + " cannot be counted", e);
        }
    }

    private static List<OpenSession> read(PreparedStatement statement) throws SQLException {
        List<OpenSession> sessions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sessions.add(new OpenSession(rows.getInt(1), rows.getString(2), rows.getString(3)));
            }
        }
        return sessions;
    }

    /** In a transaction, or in a statement. */
    boolean isBusy() {
        return !state.equals("idle");
    }

    Leak leak() {
        return new Leak(pid, "a session of '" + application + "', which is " + state, null);
    }
}
