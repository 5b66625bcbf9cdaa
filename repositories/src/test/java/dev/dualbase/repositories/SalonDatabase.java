// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own for a test class, with the salon schema and two salons in it. */
final class SalonDatabase implements BeforeAllCallback, AfterAllCallback {

    private TestDatabase database;
    private JdbcBackend jdbc;
    private Backend backend;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = PostgresServers.shared()
                .createDatabase(SchemaSource.migrations("classpath:db/migration", "classpath:db/supabase"));
        jdbc = JdbcBackend.builder("test")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(8)
                .build();
        backend = new BackendOfRun().open(database, jdbc);
        addCompany(TestBookings.SALON);
        addCompany(TestBookings.OTHER_SALON);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        backend.close();
        jdbc.close();
        database.close();
    }

    Backend backend() {
        return backend;
    }

    /** Runs a script past the library. */
    void run(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of a query past the library. */
    List<String> query(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void addCompany(CompanyId company) {
        CompanyRepository companies = new CompanyRepository(backend);
        companies.create(companies.newRecord().setCompanyId(company.value()).setTitle("Салон"));
    }
}
