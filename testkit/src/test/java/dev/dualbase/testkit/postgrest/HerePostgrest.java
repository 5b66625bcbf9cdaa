// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.server.TestServerException;
import org.junit.jupiter.api.Assumptions;

/** PostgREST on this machine. Where CI is set, it may not be missing; elsewhere the test is skipped and says why. */
final class HerePostgrest {
    private HerePostgrest() {}

    static void require() {
        try {
            PostgrestServer.require();
        } catch (TestServerException e) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(e.getMessage());
            }
            throw e;
        }
    }
}
