// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import java.util.Collection;
import org.jooq.impl.DSL;

/**
 * Locks on rows of the other side that nobody may see yet. A delete does not wait for a row that another transaction has
 * inserted and not committed: it would find nothing, and the row would stay. So a replay takes them before it deletes, and
 * after it has stored a row, but before it removes the notes. One that comes to the lock later than the delete of another
 * replay has lost its own place before, and will not remove its notes nor commit.
 */
final class RowLocks {

    private RowLocks() {}

    /** Waits for each of these rows in the transaction of the thread; on a backend without transactions it does nothing. */
    static void take(Backend other, Collection<RowMark> marks) {
        if (!other.capabilities().supports(Capability.TRANSACTIONS)
                || !other.capabilities().supports(Capability.SQL_CONDITIONS)) {
            return;
        }
        String[] rows = marks.stream()
                .map(mark -> "dualbase " + mark.table() + mark.key())
                .sorted()
                .toArray(String[]::new);
        boolean taken = ServerCondition.holds(
                other,
                DSL.condition(
                        "(select count(pg_advisory_xact_lock(hashtextextended(row_key, 0))::text)"
                                + " from unnest({0}) row_key) > 0",
                        DSL.val(rows)));
        assert taken;
    }
}
