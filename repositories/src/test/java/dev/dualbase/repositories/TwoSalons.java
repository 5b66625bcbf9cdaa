// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.server.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The schema and the functions for REST, with {@link TestSalon#SALON} and {@link TestSalon#OTHER}. */
final class TwoSalons implements SchemaSource {

    private static final String ROWS = "INSERT INTO companies (company_id, title) VALUES (" + TestSalon.SALON
            + ", 'ours'), (" + TestSalon.OTHER + ", 'theirs')";

    private final SchemaSource migrations = SchemaSource.migrations("classpath:db/migration", "classpath:db/supabase");

    @Override
    public String hash() {
        return migrations.hash() + ROWS.hashCode();
    }

    @Override
    public void apply(Connection connection) throws SQLException {
        migrations.apply(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(ROWS);
        }
    }
}
