// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Takes changes of the flags, one at a time. Where writes leave a side, its dual write first catches up while callers go on.
 * Then writers are held: it carries over what is left, the sequences of the other side move past its ids, the dual writes
 * are turned, and the plan changes. So no note of the old direction outlives its last write, and none is replayed over a
 * newer row. What fails leaves everything as it was.
 */
final class Switchover {

    private final RoutingBackend routing;
    private final Map<Side, MirroredSide> mirrored;
    private final SequenceMoves sequences;
    private final Duration catchUpTimeout;
    private final Duration drainTimeout;
    private BackendFlags inForce;

    Switchover(
            RoutingBackend routing,
            Map<Side, MirroredSide> mirrored,
            SequenceMoves sequences,
            BackendSwitchBuilder given,
            BackendFlags inForce) {
        this.routing = routing;
        this.mirrored = mirrored;
        this.sequences = sequences;
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
        sequences.takeOver(left.other(), until(end), bothGiveIds);
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1)));
    }
}
