// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.mirror.OwnRows;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.routing.RoutingBackend;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The rows whose primary is one side, by the flags in force. They stay the same while the plan of the routing does. */
final class SideRows implements OwnRows {

    private final Side side;
    private volatile @Nullable BackendFlags inForce;
    private volatile @Nullable RoutingBackend routing;

    SideRows(Side side) {
        this.side = side;
    }

    /** To be called before the first comparison. */
    void fixedBy(RoutingBackend newRouting) {
        routing = newRouting;
    }

    /** To be called while no write is under way, when other flags come into force. */
    void follow(BackendFlags flags) {
        inForce = flags;
    }

    /** Those of a table; empty if there are none. */
    Optional<Filter> of(Table<?> table) {
        return homes(table).rowsOf(side);
    }

    private RowHomes homes(Table<?> table) {
        return new RowHomes(Objects.requireNonNull(inForce, "flags are in force"), table);
    }

    @Override
    public Filter of(Table<?> table, ReconcileOptions how) {
        if (how.repair()
                && !Objects.requireNonNull(inForce, "flags are in force").dualWrite()) {
            throw refused(
                    table, FlagNames.DUAL_WRITE + " is not true, so nothing can be repaired: set it, or only compare");
        }
        return of(table)
                .orElseThrow(() -> refused(
                        table,
                        side.backend() + " is not the primary of its rows, as "
                                + homes(table).flag() + " says: reconcile it from "
                                + side.other().backend()));
    }

    static InvalidValueException refused(Table<?> table, String why) {
        return new InvalidValueException("reconcile " + table.getName() + ": " + why, "55000", table.getName(), null);
    }

    @Override
    public void whileFixed(Runnable action) {
        Objects.requireNonNull(routing, "the switch is open").whilePlanStays(action);
    }
}
