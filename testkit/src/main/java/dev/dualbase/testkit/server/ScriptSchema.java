// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A schema in one script. */
record ScriptSchema(String name, String sql) implements SchemaSource {
    @Override
    public String hash() {
        return ContentHash.of(sql);
    }

    @Override
    public void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
