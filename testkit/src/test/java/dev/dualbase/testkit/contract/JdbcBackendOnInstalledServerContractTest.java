// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over JDBC on the PostgreSQL that is installed on the machine. */
class JdbcBackendOnInstalledServerContractTest extends BackendContract {
    private static JdbcOnServer jdbc;

    @BeforeAll
    static void open() {
        jdbc = JdbcOnServer.of(ServerKind.NATIVE);
    }

    @AfterAll
    static void close() {
        if (jdbc != null) {
            jdbc.close();
        }
    }

    @Override
    protected String title() {
        return "JDBC, PostgreSQL 15";
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
