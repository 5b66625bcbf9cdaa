// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import org.jooq.Table;

/** A side that is the primary of all. */
enum EveryRow implements OwnRows {
    OWN;

    @Override
    public Filter of(Table<?> table, ReconcileOptions how) {
        return Filters.everyRow();
    }

    @Override
    public void whileFixed(Runnable action) {
        action.run();
    }
}
