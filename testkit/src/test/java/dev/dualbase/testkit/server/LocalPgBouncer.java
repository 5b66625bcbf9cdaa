// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;

/** The PgBouncer of this machine. Where CI is set, it may not be missing; elsewhere the test is skipped and says why. */
public final class LocalPgBouncer {
    private LocalPgBouncer() {}

    /** Starts one in front of a database. */
    public static PgBouncerServer before(TestDatabase database, PoolMode mode, int poolSize) {
        require();
        return PgBouncerServer.start(database, mode, poolSize);
    }

    static void require() {
        try {
            assertThat(PgBouncerProgram.find()).exists();
        } catch (TestServerException absent) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(absent.getMessage());
            }
            throw absent;
        }
    }
}
