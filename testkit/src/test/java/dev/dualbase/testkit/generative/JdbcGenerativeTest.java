// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** JDBC against the model, by statements that are rendered once and by jOOQ alone, on embedded PostgreSQL 18. */
class JdbcGenerativeTest extends GenerativeContract {
    private static final RandomSchema SCHEMA = RandomSchema.ofRun();

    private static TestDatabase database;
    private static JdbcBackend jdbc;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(SCHEMA.source());
        jdbc = JdbcBackend.builder("jdbc")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .build();
    }

    @AfterAll
    static void close() {
        if (jdbc != null) {
            jdbc.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected RandomSchema schema() {
        return SCHEMA;
    }

    @Override
    protected List<Backend> backends() {
        return List.of(jdbc, new ByJooq(jdbc));
    }
}
