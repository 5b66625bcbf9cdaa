// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import org.junit.jupiter.api.Assumptions;

/** The PgBouncer of this machine. Where CI is set, it may not be missing; elsewhere the test is skipped and says why. */
public final class LocalPgBouncer {
    private LocalPgBouncer() {}

    /** Starts one in front of a database. */
    public static PgBouncerServer before(TestDatabase database, PoolMode mode, int poolSize) {
        try {
            return PgBouncerServer.start(database, mode, poolSize);
        } catch (TestServerException absent) {
            if (System.getenv("CI") == null && isMissing()) {
                Assumptions.abort(absent.getMessage());
            }
            throw absent;
        }
    }

    private static boolean isMissing() {
        try {
            PgBouncerProgram.find();
            return false;
        } catch (TestServerException missing) {
            return true;
        }
    }
}
