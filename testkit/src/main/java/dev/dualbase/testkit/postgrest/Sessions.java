// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of one PostgREST on its database. PostgreSQL goes on with a statement when its client is gone. */
record Sessions(TestDatabase database, String application) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgrestServer.class);

    void end() {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = ?
                        """)) {
            statement.setString(1, application);
            statement.execute();
        } catch (SQLException e) {
            LOG.debug("No session of {} can be ended: {}", application, e.getMessage());
        }
    }
}
