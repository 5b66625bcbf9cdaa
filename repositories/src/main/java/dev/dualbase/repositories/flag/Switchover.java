// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changes of the flags, one at a time. Where writes leave a side, its dual write first catches up while callers go on.
 * Then writers are held: it carries over what is left, the sequences of the other side move past its ids, the dual writes
 * are turned, and the plan changes. So no note of the old direction outlives its last write, and none is replayed over a
 * newer row. What fails leaves everything as it was.
 */
final class Switchover {

    private static final Logger LOG = LoggerFactory.getLogger(BackendSwitch.class);

    /** So that two sides that both give ids give no id twice; small enough for some moves with 32 bits. */
    private static final long LEAP = 100_000_000;

    private final RoutingBackend routing;
    private final Map<Side, MirroredSide> mirrored;
    private final Map<Side, JdbcBackend> sequences;
    private final List<Table<?>> tables;
    private final Duration catchUpTimeout;
    private final Duration drainTimeout;
    private BackendFlags inForce;

    Switchover(
            RoutingBackend routing,
            Map<Side, MirroredSide> mirrored,
            BackendSwitchBuilder given,
            BackendFlags inForce) {
        this.routing = routing;
        this.mirrored = mirrored;
        this.sequences = Map.copyOf(given.sequences);
        this.tables = given.tables;
        this.catchUpTimeout = given.catchUpTimeout;
        this.drainTimeout = given.drainTimeout;
        this.inForce = inForce;
    }

    /** Takes what the flags say now. */
    void take(BackendFlags next) {
        RoutingPlan plan = next.plan();
        if (!plan.equals(routing.plan())) {
            Set<Side> left = Moves.leaving(inForce, next);
            left.forEach(side -> mirror(side).catchUp(catchUpTimeout));
            open(mirrored, plan);
            routing.apply(plan, () -> {
                long end = System.nanoTime() + drainTimeout.toNanos();
                left.forEach(side -> handOver(side, end, Moves.splitsTables(next)));
                turn(mirrored, next);
            });
        }
        inForce = next;
    }

    /** Opens the dual writes that a plan asks for. */
    static void open(Map<Side, MirroredSide> mirrored, RoutingPlan plan) {
        mirrored.forEach((side, mirror) -> {
            if (plan.writers().contains(side.mirrored())) {
                mirror.open();
            }
        });
    }

    /** Turns on the dual writes that flags ask for, and the others off. */
    static void turn(Map<Side, MirroredSide> mirrored, BackendFlags flags) {
        mirrored.values().forEach(mirror -> mirror.turn(flags));
    }

    private MirroredSide mirror(Side side) {
        return Objects.requireNonNull(mirrored.get(side), "rows move between two sides");
    }

    private void handOver(Side left, long end, boolean bothGiveIds) {
        mirror(left).finish(until(end));
        Side taking = left.other();
        JdbcBackend backend = sequences.get(taking);
        if (backend == null) {
            LOG.warn(
                    "the sequences of {} were not moved past the ids of {}, because it is not a JdbcBackend: name one with"
                            + " sequencesThrough, or move them by hand; else inserts are refused as duplicates",
                    taking.backend(),
                    left.backend());
        } else {
            advance(taking, backend, until(end), bothGiveIds);
        }
    }

    /** In one transaction, whose time is bounded. What was moved before it failed stays so, and does no harm. */
    private void advance(Side taking, JdbcBackend backend, Duration limit, boolean bothGiveIds) {
        try {
            int moved = backend.inTransaction(
                    TransactionOptions.defaults().withTimeout(limit),
                    () -> bothGiveIds ? backend.leapSequences(tables, LEAP) : backend.advanceSequences(tables));
            LOG.info("{} sequences of {} were moved past all ids", moved, taking.backend());
        } catch (StorageException failure) {
            throw new QueryTimeoutException(
                    "writes do not move to " + taking.backend()
                            + " yet, because its sequences could not be moved in time: " + failure.getMessage()
                            + "; it is tried again, or allow more time with drainTimeout",
                    ErrorInfo.none(),
                    failure);
        }
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1)));
    }
}
