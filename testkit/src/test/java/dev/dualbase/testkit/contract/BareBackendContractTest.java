// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a backend without any capability, which has to refuse what others can do. */
class BareBackendContractTest extends BackendContract {
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
    protected Backend backend() {
        return new BareBackend(jdbc.backend());
    }

    @Override
    protected Backend unreachableBackend() {
        return new BareBackend(JdbcOnServer.unreachable());
    }
}
