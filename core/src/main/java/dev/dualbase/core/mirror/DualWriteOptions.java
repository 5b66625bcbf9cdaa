// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jooq.Table;

/**
 * How a {@link DualWriteBackend} works.
 *
 * @param tables the tables that are kept equal; writes to others go to the primary only
 * @param enabled asked at the begin of each transaction: while it says no, writes are not noted and nothing is carried over
 * @param ownRows which rows may be compared and repaired: those whose primary is this one
 * @param replayThrough another way to the primary, of which the replay takes its one connection
 * @param maxRate how much of what is tried may fail within the window, from 0 to 1; fewer than 20 attempts say nothing
 * @param maxAge how old a note may become
 * @param window how long a failure counts
 * @param firstRetry the wait after a failure; it doubles with each
 * @param lastRetry the longest wait
 * @param listener who is told
 * @param clock the time of notes, which processes must share
 */
public record DualWriteOptions(
        List<Table<?>> tables,
        BooleanSupplier enabled,
        OwnRows ownRows,
        Optional<Backend> replayThrough,
        double maxRate,
        Duration maxAge,
        Duration window,
        Duration firstRetry,
        Duration lastRetry,
        DualWriteListener listener,
        Clock clock) {

    /** Refuses no tables, a rate that is none, and times that are not positive. */
    public DualWriteOptions {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new InvalidValueException("dual write: no tables are named");
        }
        if (!(maxRate >= 0 && maxRate <= 1)) {
            throw new InvalidValueException("dual write: maxRate is not between 0 and 1");
        }
        if (isZeroOrLess(maxAge) || isZeroOrLess(window) || isZeroOrLess(firstRetry)) {
            throw new InvalidValueException("dual write: maxAge, window and firstRetry are at least 1 ms");
        }
        if (lastRetry.compareTo(firstRetry) < 0) {
            throw new InvalidValueException("dual write: lastRetry is shorter than firstRetry");
        }
    }

    private static boolean isZeroOrLess(Duration duration) {
        return duration.toMillis() < 1;
    }

    /**
     * Always on, an alarm above 5 % of failures within 5 minutes or above 1 minute of age, retries after 100 ms up to 30 s,
     * events to the log.
     */
    public static DualWriteOptions of(Collection<? extends Table<?>> tables) {
        return new DualWriteOptions(
                List.copyOf(tables),
                () -> true,
                OwnRows.all(),
                Optional.empty(),
                0.05,
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                DualWriteListener.logging(),
                Clock.systemUTC());
    }

    /** The same, on and off by a switch that is read at run time. */
    public DualWriteOptions enabledWhen(BooleanSupplier newEnabled) {
        return new DualWriteOptions(
                tables,
                newEnabled,
                ownRows,
                replayThrough,
                maxRate,
                maxAge,
                window,
                firstRetry,
                lastRetry,
                listener,
                clock);
    }

    /** The same where the primary of some rows is the other side, which may change while it runs. */
    public DualWriteOptions owning(OwnRows newOwnRows) {
        return new DualWriteOptions(
                tables,
                enabled,
                newOwnRows,
                replayThrough,
                maxRate,
                maxAge,
                window,
                firstRetry,
                lastRetry,
                listener,
                clock);
    }

    /**
     * The same, with a backend of its own for the replay: a second one to the primary's server with one connection, so that
     * carrying rows over a slow line takes no connection from callers. It is closed together with the dual write.
     */
    public DualWriteOptions replayingThrough(Backend backend) {
        return new DualWriteOptions(
                tables,
                enabled,
                ownRows,
                Optional.of(backend),
                maxRate,
                maxAge,
                window,
                firstRetry,
                lastRetry,
                listener,
                clock);
    }

    /** The same with other bounds for the alarm. */
    public DualWriteOptions alarmAbove(double newMaxRate, Duration newMaxAge, Duration newWindow) {
        return new DualWriteOptions(
                tables,
                enabled,
                ownRows,
                replayThrough,
                newMaxRate,
                newMaxAge,
                newWindow,
                firstRetry,
                lastRetry,
                listener,
                clock);
    }

    /** The same with other waits after failures. */
    public DualWriteOptions retryingAfter(Duration first, Duration last) {
        return new DualWriteOptions(
                tables, enabled, ownRows, replayThrough, maxRate, maxAge, window, first, last, listener, clock);
    }

    /** The same with another listener. */
    public DualWriteOptions tellingTo(DualWriteListener newListener) {
        return new DualWriteOptions(
                tables,
                enabled,
                ownRows,
                replayThrough,
                maxRate,
                maxAge,
                window,
                firstRetry,
                lastRetry,
                newListener,
                clock);
    }

    /** The wait after this many failures in a row. */
    Duration waitAfter(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        long millis = firstRetry.toMillis() << doublings;
        return Duration.ofMillis(Math.min(millis, lastRetry.toMillis()));
    }
}
