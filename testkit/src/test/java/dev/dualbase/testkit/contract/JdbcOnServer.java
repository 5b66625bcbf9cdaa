// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/** A JDBC backend on a database of its own that has the contract's tables. */
record JdbcOnServer(TestDatabase database, JdbcBackend backend) implements AutoCloseable {
    /** Where there is no such server, the tests are skipped with the reason, or fail where CI is set. */
    static JdbcOnServer of(ServerKind kind) {
        TestDatabase database = server(kind).createDatabase(ContractSchema.source());
        return new JdbcOnServer(
                database,
                JdbcBackend.builder("contract")
                        .url(database.jdbcUrl())
                        .credentials(database.user(), database.password())
                        .maxConnections(4)
                        .build());
    }

    private static PostgresServer server(ServerKind kind) {
        try {
            return PostgresServers.shared(kind);
        } catch (TestServerException absent) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(absent.getMessage());
            }
            throw absent;
        }
    }

    /** A backend whose server's port nobody listens on. */
    static Backend unreachable() {
        return JdbcBackend.builder("unreachable")
                .url("jdbc:postgresql://127.0.0.1:1/postgres")
                .connectTimeout(Duration.ofMillis(250))
                .build();
    }

    @Override
    public void close() {
        backend.close();
        database.close();
    }
}
