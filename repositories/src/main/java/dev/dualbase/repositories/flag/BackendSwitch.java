// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadStats;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A backend that follows the flags while a service runs: it reads and writes on one side or the other, compares both by
 * shadow reads, and keeps both equal by dual write, as {@link BackendFlags} say.
 *
 * <p>A change counts as a whole. It waits until the writes and transactions under way are over, for the drain timeout at
 * most; those that come meanwhile wait, reads do not.
 *
 * <p>A change that moves writes from one side to the other does more, so that no row is lost and no id given twice. If dual
 * write was on, all that was written on the old side is carried over before the first write on the new one: first while
 * callers go on, for the catch-up timeout at most, then the rest while writers are held, for the drain timeout again. In
 * that time the sequences of the new side also move past all ids, far past them if only some salons move. From then on the dual write goes in the opposite
 * direction, if the flags still ask for one.
 *
 * <p>A change that does not succeed in that time is not taken: all goes on as before, an error is logged once, and it is
 * tried again two seconds later, until it succeeds or is taken back.
 */
public final class BackendSwitch implements AutoCloseable {

    private final FlagWatch<BackendFlags> flags;
    private final RoutingBackend routing;
    private final Map<Side, MirroredSide> mirrored;
    private final Map<Side, ShadowReadBackend> shadowed;
    private final List<Backend> others;

    BackendSwitch(
            FlagWatch<BackendFlags> flags,
            RoutingBackend routing,
            Map<Side, MirroredSide> mirrored,
            Map<Side, ShadowReadBackend> shadowed,
            List<Backend> others) {
        this.flags = flags;
        this.routing = routing;
        this.mirrored = mirrored;
        this.shadowed = shadowed;
        this.others = others;
    }

    /**
     * Starts the configuration.
     *
     * @param flags where the flags come from
     */
    public static BackendSwitchBuilder builder(FlagSource flags) {
        return new BackendSwitchBuilder(flags);
    }

    /** The backend for repositories. */
    public Backend backend() {
        return routing;
    }

    /** What the flags say now. */
    public BackendFlags flags() {
        return flags.current();
    }

    /**
     * The dual write of what is written on one side, for its statistics and to reconcile. It carries nothing over while the
     * flags do not ask for it.
     *
     * @return empty if the flags never asked for it in this process
     */
    public Optional<DualWriteBackend> dualWrite(Side primary) {
        return Optional.ofNullable(mirrored.get(primary)).flatMap(MirroredSide::dualWrite);
    }

    /**
     * What became of the reads on one side that were compared with the other.
     *
     * @return empty if there is only one side
     */
    public Optional<ShadowReadStats> shadowReads(Side reading) {
        return Optional.ofNullable(shadowed.get(reading)).map(ShadowReadBackend::stats);
    }

    /** Stops to follow the flags, and closes all backends that it was given. */
    @Override
    public void close() {
        flags.close();
        routing.close();
        others.forEach(Backend::close);
    }
}
