// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import org.junit.jupiter.api.Assumptions;

/** A server of this machine. Where CI is set, none may be missing; elsewhere the test is skipped and says why. */
public final class Here {
    private Here() {}

    /** One of this kind. */
    public static PostgresServer server(ServerKind kind) {
        try {
            return PostgresServers.shared(kind);
        } catch (TestServerException e) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(e.getMessage());
            }
            throw e;
        }
    }

    /** The embedded one. */
    public static PostgresServer embedded() {
        return server(ServerKind.EMBEDDED);
    }
}
