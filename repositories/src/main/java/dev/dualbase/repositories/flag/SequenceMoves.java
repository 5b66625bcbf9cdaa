// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.jdbc.JdbcBackend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Moves the sequences of a side past ids that were given elsewhere, before it gives ids of its own: when writes come to it, and
 * at the start of a process, because flags may have changed between two.
 */
final class SequenceMoves {

    private static final Logger LOG = LoggerFactory.getLogger(BackendSwitch.class);

    /** So that two sides that both give ids give no id twice; small enough for some moves with 32 bits. */
    private static final long LEAP = 100_000_000;

    private final Map<Side, JdbcBackend> backends;
    private final List<Table<?>> tables;

    SequenceMoves(BackendSwitchBuilder given) {
        this.backends = Map.copyOf(given.sequences);
        this.tables = given.tables;
    }

    /**
     * When writes come to a side.
     *
     * @throws StorageException saying why they cannot, and what to do
     */
    void takeOver(Side taking, Duration limit, boolean bothGiveIds) {
        JdbcBackend backend = backends.get(taking);
        if (backend == null) {
            LOG.warn(notLookedAt(taking));
            return;
        }
        try {
            // in one transaction, whose time is bounded; what was moved before it failed stays so, and does no harm
            int moved = backend.inTransaction(
                    TransactionOptions.defaults().withTimeout(limit),
                    () -> bothGiveIds ? backend.leapSequences(tables, LEAP) : backend.advanceSequences(tables));
            LOG.info("{} sequences of {} were moved past all ids", moved, taking.backend());
        } catch (StorageException failure) {
            throw notMoved("writes do not move to " + taking.backend() + " yet", failure);
        }
    }

    /**
     * Before a process writes. Which side wrote before it is not known, so it looks at those that write by these flags. A side
     * that may have been the copy before, as Timeweb, and one with a dual write, is not begun with if that fails.
     *
     * @throws StorageException saying why writes cannot begin, and what to do
     */
    void begin(BackendFlags flags, boolean twoSides) {
        List<RowHomes> homes =
                tables.stream().map(table -> new RowHomes(flags, table)).toList();
        for (Side side : Side.values()) {
            List<Table<?>> own = homes.stream()
                    .filter(home -> home.home() == side && !home.isSplit())
                    .<Table<?>>map(RowHomes::table)
                    .toList();
            if (!own.isEmpty() && (twoSides || side == Side.TIMEWEB)) {
                begin(side, twoSides && (flags.dualWrite() || side == Side.TIMEWEB), () -> advance(side, own));
            }
        }
        List<Table<?>> split = homes.stream()
                .filter(RowHomes::isSplit)
                .<Table<?>>map(RowHomes::table)
                .toList();
        if (!split.isEmpty() && backends.containsKey(Side.SUPABASE)) {
            begin(Side.TIMEWEB, true, () -> keepApart(split));
        }
    }

    private void begin(Side side, boolean needed, Runnable move) {
        if (!backends.containsKey(side)) {
            LOG.atLevel(needed ? Level.WARN : Level.INFO).log(notLookedAt(side));
            return;
        }
        try {
            move.run();
        } catch (StorageException failure) {
            StorageException why = notMoved("writes cannot begin on " + side.backend(), failure);
            if (needed) {
                throw why;
            }
            LOG.info("it goes on, because {} is where rows were from the first: {}", side.backend(), why.getMessage());
        }
    }

    private void advance(Side side, List<Table<?>> own) {
        int moved = backend(side).advanceSequences(own);
        if (moved > 0) {
            LOG.info("{} sequences of {} were behind, and moved past all ids", moved, side.backend());
        }
    }

    /** Of tables with salons on both sides: the sequences of one are far from those of the other, or move there. */
    private void keepApart(List<Table<?>> split) {
        for (Table<?> table : split) {
            List<Table<?>> one = List.of(table);
            Map<String, Long> here = backend(Side.SUPABASE).lastIds(one);
            Map<String, Long> there = backend(Side.TIMEWEB).lastIds(one);
            boolean near = here.entrySet().stream()
                    .anyMatch(last -> Math.abs(last.getValue() - there.getOrDefault(last.getKey(), 0L)) < LEAP / 2);
            if (near) {
                int advanced = backend(Side.SUPABASE).advanceSequences(one);
                int leapt = backend(Side.TIMEWEB).leapSequences(one, LEAP);
                LOG.info("{} sequences of {} were moved for salons on both sides", advanced + leapt, table.getName());
            }
        }
    }

    private JdbcBackend backend(Side side) {
        return Objects.requireNonNull(backends.get(side), side.backend());
    }

    private static String notLookedAt(Side side) {
        return "the sequences of " + side.backend() + " were not moved past the ids of "
                + side.other().backend()
                + ", because it is not a JdbcBackend: name one with sequencesThrough, or move them by hand; else inserts are"
                + " refused as duplicates";
    }

    private static StorageException notMoved(String what, StorageException failure) {
        String why = failure.getMessage();
        if (failure instanceof AccessDeniedException) {
            return new AccessDeniedException(
                    what + ", because the role of its backend may not move its sequences: " + why
                            + "; grant it that with ServiceRole.sequencesScript, or name a backend of the tables' owner with"
                            + " sequencesThrough",
                    ErrorInfo.none(),
                    failure);
        }
        String text = what + ", because its sequences could not be moved";
        if (failure instanceof QueryTimeoutException) {
            return new QueryTimeoutException(
                    text + " in time: " + why + "; try again, or allow more time with drainTimeout",
                    ErrorInfo.none(),
                    failure);
        }
        return failure instanceof ConnectionFailureException
                ? new ConnectionFailureException(text + ": " + why, ErrorInfo.none(), failure)
                : new ServerErrorException(text + ": " + why, ErrorInfo.none(), failure);
    }
}
