// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.mirror.DualWriteOptions;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingBackendBuilder;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts backends around backends: routing around shadow reads around dual write around the observation of each side, which is
 * there once and tells of all that the side does.
 */
final class Composition {

    private final BackendSwitchBuilder given;
    private final FlagWatch<BackendFlags> flags;
    private final Map<Side, Backend> observed = new EnumMap<>(Side.class);
    private final Map<Side, Backend> replaying = new EnumMap<>(Side.class);
    private final Map<Side, MirroredSide> mirrored = new EnumMap<>(Side.class);
    private final Map<Side, ShadowReadBackend> shadowed = new EnumMap<>(Side.class);

    Composition(BackendSwitchBuilder given, FlagWatch<BackendFlags> flags) {
        this.given = given;
        this.flags = flags;
    }

    BackendSwitch open() {
        given.sides.forEach((side, backend) -> observed.put(side, observe(backend)));
        given.replayPools.forEach((side, backend) -> replaying.put(side, observe(backend)));
        observed.forEach((side, backend) -> {
            Backend other = observed.get(side.other());
            if (other != null) {
                compose(side, backend, other);
            }
        });
        try {
            return follow();
        } catch (RuntimeException | Error refused) {
            shadowed.values().forEach(Backend::close);
            throw refused;
        }
    }

    private Backend observe(Backend backend) {
        List<CallListener> listeners = new ArrayList<>(given.listeners);
        listeners.add(CallListener.logging(() -> flags.current().calls()));
        return ObservedBackend.observe(backend, listeners.toArray(CallListener[]::new));
    }

    @SuppressWarnings("resource") // the switch closes what stays open
    private void compose(Side side, Backend backend, Backend other) {
        Backend carriedTo = replaying.getOrDefault(side.other(), other);
        MirroredSide mirror = new MirroredSide(side, new BorrowedBackend(backend), carriedTo, dualWriteOptions(side));
        ShadowReadOptions reads = given.shadowReads.apply(
                ShadowReadOptions.percent(() -> flags.current().shadowReadPercent()));
        mirrored.put(side, mirror);
        shadowed.put(side, ShadowReadBackend.around(mirror, other, reads));
    }

    private DualWriteOptions dualWriteOptions(Side side) {
        DualWriteOptions options = given.dualWrite.apply(DualWriteOptions.of(given.tables));
        Backend pool = replaying.get(side);
        return pool == null ? options : options.replayingThrough(new BorrowedBackend(pool));
    }

    private BackendSwitch follow() {
        BackendFlags first = flags.current();
        RoutingPlan plan = first.plan();
        Switchover.open(mirrored, plan);
        SequenceMoves sequences = new SequenceMoves(given);
        sequences.begin(first, given.sides.size() > 1);
        Switchover.turn(mirrored, first);
        RoutingBackend routing = routing(plan);
        mirrored.values().forEach(mirror -> mirror.rows().fixedBy(routing));
        Switchover switchover = new Switchover(routing, mirrored, sequences, given, first);
        flags.follow(switchover::take);
        return new BackendSwitch(flags, routing, mirrored, shadowed, List.copyOf(given.replayPools.values()));
    }

    /** The composed ones first, so that they are closed first. */
    private RoutingBackend routing(RoutingPlan plan) {
        RoutingBackendBuilder builder = RoutingBackend.builder("salon", plan)
                .tenants(BackendFlags.tenants())
                .drainTimeout(given.drainTimeout);
        shadowed.forEach((side, backend) -> builder.backend(side.mirrored(), backend));
        observed.forEach((side, backend) -> builder.backend(side.backend(), backend));
        return builder.build();
    }
}
