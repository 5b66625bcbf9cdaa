// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.ReconcilePosition;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.shadow.ShadowReadBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Table;

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
     * The dual write of what is written on one side, for its statistics and to reconcile the rows that have their primary there.
     * It carries nothing over while the flags do not ask for it.
     *
     * @return empty if the flags never asked for it in this process
     */
    public Optional<DualWriteBackend> dualWrite(Side primary) {
        return Optional.ofNullable(mirrored.get(primary)).flatMap(MirroredSide::dualWrite);
    }

    /**
     * Compares the rows of a table, those of each side from there with the other: {@link DualWriteBackend#reconcile}. So nothing
     * is carried over a row that has its primary elsewhere. A change that moves rows ends it with an exception.
     *
     * @return what was found, for each side that is the primary of some rows
     * @throws InvalidValueException naming table and flag, if rows are to be repaired while dual write is off, if it never was
     *     on in this process, if it cannot be told which rows are whose, if a change moved rows meanwhile, or if it is to go on
     *     from a position and rows are on both sides: each dual write by itself can go on
     * @throws dev.dualbase.core.error.StorageException if a side fails
     */
    public List<Reconciliation> reconcile(Table<?> table, ReconcileOptions how) {
        List<Side> primaries = mirrored.entrySet().stream()
                .filter(each -> each.getValue().rows().of(table).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (primaries.size() > 1 && !how.from().equals(ReconcilePosition.begin())) {
            throw SideRows.refused(
                    table,
                    FlagNames.COMPANIES
                            + " puts salons on both sides, and a position is one of a single side: go on with"
                            + " the dual write of that side");
        }
        return primaries.stream()
                .map(side -> dualWrite(side)
                        .orElseThrow(() -> SideRows.refused(
                                table, FlagNames.DUAL_WRITE + " was never true with writes going to " + side.backend()))
                        .reconcile(table, how))
                .toList();
    }

    /**
     * The shadow reads of what is read on one side, for their statistics and meters.
     *
     * @return empty if there is only one side
     */
    public Optional<ShadowReadBackend> shadowReads(Side reading) {
        return Optional.ofNullable(shadowed.get(reading));
    }

    /** Stops to follow the flags, and closes all backends that it was given. */
    @Override
    public void close() {
        flags.close();
        routing.close();
        others.forEach(Backend::close);
    }
}
