// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.filter.Filter;
import org.jooq.Table;

/**
 * Which rows have their primary on the side that a dual write is from. Only these are compared and repaired from there: of
 * others that side has the copy, and to carry it over would undo what their own primary has not passed on yet.
 */
public interface OwnRows {

    /** Every row of every mirrored table, for good: all writes of these tables go through the dual write. */
    static OwnRows all() {
        return EveryRow.OWN;
    }

    /**
     * The rows of a table whose primary is that side now.
     *
     * @param how what is about to be done with them
     * @throws dev.dualbase.core.error.InvalidValueException naming the table and the reason, if there are none, if it cannot be
     *     told which they are, or if they cannot be repaired now
     */
    Filter of(Table<?> table, ReconcileOptions how);

    /** Runs something short while the answer stays the same. */
    void whileFixed(Runnable action);
}
