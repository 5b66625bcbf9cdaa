// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** A server of this machine. Where CI is set, none may be missing; elsewhere the test is skipped and says why. */
public final class Here {
    private Here() {}

    /** One of this kind. */
    public static PostgresServer server(ServerKind kind) {
        return orSkip(() -> PostgresServers.shared(kind));
    }

    /** One of a test's own. */
    public static OwnServer own(ServerKind kind) {
        return orSkip(() -> OwnServer.start(kind));
    }

    private static <T> T orSkip(Supplier<T> server) {
        try {
            return server.get();
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
