// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.QueryTimeoutException;
import java.time.Duration;
import org.jooq.impl.DSL;

/**
 * One replay at a time, of all processes on one database. Who waits for it is next: while somebody does, the server gives it
 * to nobody who only tries, so a replay with much to do holds it for one round more at most.
 */
final class ReplayLock {

    private static final String KEY = "hashtextextended('dualbase replay', 0)";

    private ReplayLock() {}

    /** Whether this transaction has the lock now; it does not wait for it. */
    static boolean take(Backend primary) {
        return ServerCondition.holds(primary, DSL.condition("pg_try_advisory_xact_lock(" + KEY + ")"));
    }

    /**
     * Waits for the lock in this transaction, and tells whether it has it. If so, the transaction waits no longer than that
     * for any other lock.
     */
    static boolean await(Backend primary, Duration bound) {
        try {
            return primary.inTransaction(
                    TransactionOptions.defaults(),
                    () -> ServerCondition.holds(
                            primary,
                            DSL.condition(
                                    "case when set_config('lock_timeout', {0}, true) is not null"
                                            + " then pg_advisory_xact_lock(" + KEY + ")::text is not null end",
                                    DSL.inline(Math.max(1, bound.toMillis()) + "ms"))));
        } catch (QueryTimeoutException inVain) {
            return false;
        }
    }
}
