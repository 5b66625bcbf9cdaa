// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.timeweb.TimewebBackends;
import dev.dualbase.timeweb.TimewebBuilder;
import dev.dualbase.timeweb.TimewebSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** An empty schema on a server: embedded, or the one that POSTGRES_HOST names. It is gone when the demo ends. */
final class DemoServer implements AutoCloseable {

    private final String title;
    private final TimewebBuilder server;
    private final TimewebSettings settings;
    private final Runnable drop;

    private DemoServer(String title, TimewebBuilder server, Runnable drop) {
        this.title = title;
        this.server = server;
        this.settings = server.settings();
        this.drop = drop;
    }

    static DemoServer open(Map<String, String> environment) {
        return environment.containsKey("POSTGRES_HOST") ? remote(environment) : embedded();
    }

    private static DemoServer embedded() {
        TestDatabase database = PostgresServers.shared().createDatabase(SchemaSource.none());
        TimewebBuilder server = TimewebBackends.builder(environmentOf(database));
        return new DemoServer(database.server().name(), server, database::close);
    }

    static Map<String, String> environmentOf(TestDatabase database) {
        String[] address =
                database.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").split("[:/?]", -1);
        return Map.of(
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
    }

    private static DemoServer remote(Map<String, String> environment) {
        String schema = randomName();
        Map<String, String> own = new HashMap<>(environment);
        own.put("POSTGRES_SCHEMA", schema);
        TimewebBuilder server = TimewebBackends.builder(own);
        TimewebSettings settings = server.settings();
        createSchema(settings, schema);
        return new DemoServer(settings.host(), server, () -> dropSchema(settings, schema));
    }

    private static String randomName() {
        return "dualbase_demo_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
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
                .createSchemas(false)
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    JdbcBackend backend() {
        return server.build();
    }

    /** Fails if there is such a schema, so that no schema is ever dropped but one that was created here. */
    private static void createSchema(TimewebSettings settings, String schema) {
        try {
            execute(settings, "create schema " + schema);
        } catch (SQLException failure) {
            throw new ServerErrorException(
                    "the demo could not create a schema of its own",
                    ErrorInfo.ofSqlState(failure.getSQLState()),
                    failure);
        }
    }

    private static void dropSchema(TimewebSettings settings, String schema) {
        try {
            execute(settings, "drop schema " + schema + " cascade");
        } catch (SQLException failure) {
            System.err.println("The schema " + schema + " could not be dropped, SQLSTATE " + failure.getSQLState());
        }
    }

    private static void execute(TimewebSettings settings, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        drop.run();
    }
}
