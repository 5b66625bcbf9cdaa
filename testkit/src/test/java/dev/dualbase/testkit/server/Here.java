// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import org.junit.jupiter.api.Assumptions;

/** A server of this machine. Where CI is set, none may be missing; elsewhere the test is skipped and says why. */
final class Here {
    private Here() {}

    static PostgresServer server(ServerKind kind) {
        try {
            return PostgresServers.shared(kind);
        } catch (TestServerException e) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(e.getMessage());
            }
            throw e;
        }
    }

    static PostgresServer embedded() {
        return server(ServerKind.EMBEDDED);
    }
}
