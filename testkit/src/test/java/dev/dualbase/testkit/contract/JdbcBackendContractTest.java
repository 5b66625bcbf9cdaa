// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over JDBC on embedded PostgreSQL 18. */
class JdbcBackendContractTest extends BackendContract {
    private static JdbcOnServer jdbc;

    @BeforeAll
    static void open() {
        jdbc = JdbcOnServer.of(ServerKind.EMBEDDED);
    }

    @AfterAll
    static void close() {
        if (jdbc != null) {
            jdbc.close();
        }
    }

    @Override
    protected String title() {
        return "JDBC, PostgreSQL 18";
    }

    @Override
    protected Backend backend() {
        return jdbc.backend();
    }

    @Override
    protected Backend unreachableBackend() {
        return JdbcOnServer.unreachable();
    }
}
