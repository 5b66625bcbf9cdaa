// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One statement on a database. */
final class Sql {
    private Sql() {}

    static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static boolean exists(PostgresServer server, String database) throws SQLException {
        try (TestDatabase other = server.createDatabase(SchemaSource.none())) {
            return !"0".equals(text(other, "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'"));
        }
    }
}
