// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import java.util.Collection;
import org.jooq.Table;

/**
 * Notes rows of one table that differ, so that they are carried over; only those that belonged to this side when the comparison
 * began, and still do.
 */
final class Repair {

    private final Table<?> table;
    private final Divergence divergence;
    private final DualWriteOptions options;
    private final ReconcileOptions how;
    private final Filter own;

    /**
     * Of the rows that belong to this side now.
     *
     * @throws InvalidValueException naming the table, if there are none, or they are to be repaired and dual writes are off
     */
    Repair(Table<?> table, Divergence divergence, DualWriteOptions options, ReconcileOptions how) {
        this.table = table;
        this.divergence = divergence;
        this.options = options;
        this.how = how;
        this.own = options.ownRows().of(table, how);
        requireOn();
    }

    /** The rows that belong to this side. */
    Filter own() {
        return own;
    }

    /**
     * Does nothing while the same rows belong to this side.
     *
     * @throws InvalidValueException naming the table, if others do
     */
    void requireSame() {
        if (!options.ownRows().of(table, how).equals(own)) {
            throw refused("the primary of its rows changed while they were compared: begin again");
        }
    }

    /** Notes them unless they belong to the other side by now; while they are noted that does not change. */
    void note(Collection<RowMark> different) {
        options.ownRows().whileFixed(() -> {
            requireOn();
            requireSame();
            divergence.add(different);
        });
    }

    /** A note that waits until dual writes are on again is carried over then, whichever side has the newer row. */
    private void requireOn() {
        if (how.repair() && !options.enabled().getAsBoolean()) {
            throw refused("the dual write is off, so nothing can be repaired: turn it on, or only compare");
        }
    }

    private InvalidValueException refused(String why) {
        return new InvalidValueException("reconcile " + table.getName() + ": " + why, "55000", table.getName(), null);
    }
}
