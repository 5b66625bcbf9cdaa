// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract through a plan: whoever asks does not notice it. */
class RoutedBackendContractTest extends BackendContract {
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

    private static Backend routed(Backend backend) {
        return RoutingBackend.builder(backend.id(), RoutingPlan.of(Route.to(backend.id())))
                .backend(backend)
                .build();
    }

    @Override
    protected Backend backend() {
        return routed(jdbc.backend());
    }

    @Override
    protected Backend unreachableBackend() {
        return routed(JdbcOnServer.unreachable());
    }
}
