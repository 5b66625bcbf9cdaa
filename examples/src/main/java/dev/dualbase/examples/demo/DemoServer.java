// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.timeweb.TimewebBackends;
import dev.dualbase.timeweb.TimewebSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** An empty schema on a server: embedded, or the one that POSTGRES_HOST names. It is gone when the demo ends. */
final class DemoServer implements AutoCloseable {

    private final String title;
    private final TimewebSettings settings;
    private final Runnable drop;

    private DemoServer(String title, TimewebSettings settings, Runnable drop) {
        this.title = title;
        this.settings = settings;
        this.drop = drop;
    }

    static DemoServer open(Map<String, String> environment) {
        return environment.containsKey("POSTGRES_HOST") ? remote(environment) : embedded();
    }

    private static DemoServer embedded() {
        TestDatabase database = PostgresServers.shared().createDatabase(SchemaSource.none());
        String[] address =
                database.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").split("[:/?]", -1);
        Map<String, String> environment = Map.of(
                "POSTGRES_HOST",
                address[0],
                "POSTGRES_PORT",
                address[1],
                "POSTGRES_DATABASE",
                database.name(),
                "POSTGRES_USER",
                database.user(),
                "POSTGRES_PASSWORD",
                database.password().isEmpty() ? "none" : database.password(),
                "POSTGRES_SSL_MODE",
                "disable",
                "POSTGRES_MAX_CONNECTIONS",
                "8",
                "POSTGRES_SCHEMA",
                "public");
        return new DemoServer(database.server().name(), TimewebBackends.settingsFrom(environment), database::close);
    }

    private static DemoServer remote(Map<String, String> environment) {
        Map<String, String> own = new java.util.HashMap<>(environment);
        own.put("POSTGRES_SCHEMA", "dualbase_demo_" + ProcessHandle.current().pid());
        TimewebSettings settings = TimewebBackends.settingsFrom(own);
        return new DemoServer(settings.host(), settings, () -> dropSchema(settings));
    }

    String title() {
        return title;
    }

    String schema() {
        return settings.schema().orElse("public");
    }

    /** Applies the salon's migrations and says how many there were. */
    int migrate() {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .schemas(schema())
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    JdbcBackend backend() {
        return TimewebBackends.open(settings);
    }

    private static void dropSchema(TimewebSettings settings) {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + settings.schema().orElseThrow() + " cascade");
        } catch (SQLException failure) {
            System.err.println("The schema of the demo could not be dropped, SQLSTATE " + failure.getSQLState());
        }
    }

    @Override
    public void close() {
        drop.run();
    }
}
