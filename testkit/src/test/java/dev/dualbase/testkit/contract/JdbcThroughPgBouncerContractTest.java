// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.testkit.server.LocalPgBouncer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over JDBC through a PgBouncer that changes sessions between transactions, on embedded PostgreSQL 18. */
class JdbcThroughPgBouncerContractTest extends BackendContract {
    private static final int SESSIONS = 4;

    private static TestDatabase database;
    private static PgBouncerServer pooler;
    private static JdbcBackend backend;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(ContractSchema.source());
        pooler = LocalPgBouncer.before(database, PoolMode.TRANSACTION, SESSIONS);
        backend = JdbcBackend.builder("contract")
                .url(pooler.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(2 * SESSIONS)
                .pooling(ServerPooling.TRANSACTION)
                .build();
    }

    @AfterAll
    static void close() {
        if (backend != null) {
            backend.close();
        }
        if (pooler != null) {
            pooler.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected Backend backend() {
        return backend;
    }

    @Override
    protected Backend unreachableBackend() {
        return JdbcOnServer.unreachable();
    }
}
