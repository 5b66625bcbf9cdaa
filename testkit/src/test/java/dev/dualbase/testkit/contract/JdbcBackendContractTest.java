// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over JDBC. */
class JdbcBackendContractTest extends BackendContract {
    private static EmbeddedPostgres server;
    private static JdbcBackend backend;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ContractSchema.script());
        }
        backend = JdbcBackend.builder("contract")
                .url(server.getJdbcUrl("postgres", "postgres"))
                .credentials("postgres", "postgres")
                .maxConnections(4)
                .build();
    }

    @AfterAll
    static void stop() throws Exception {
        backend.close();
        server.close();
    }

    @Override
    protected Backend backend() {
        return backend;
    }

    @Override
    protected Backend unreachableBackend() {
        return JdbcBackend.builder("unreachable")
                .url("jdbc:postgresql://127.0.0.1:1/postgres")
                .connectTimeout(Duration.ofMillis(250))
                .build();
    }
}
