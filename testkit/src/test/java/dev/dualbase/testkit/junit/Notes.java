// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table of the small schema, which begins with one row. */
final class Notes {
    private Notes() {}

    static int count(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return count(connection);
        }
    }

    static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM notes")) {
            row.next();
            return row.getInt(1);
        }
    }

    static void add(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            add(connection);
        }
    }

    static void add(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO notes VALUES (2 + random() * 1000000000, 'another')");
        }
    }
}
