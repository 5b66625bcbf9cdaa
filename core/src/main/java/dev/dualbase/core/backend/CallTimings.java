// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of one call went: waiting for a free connection, opening a new one, executing. A slow pool must not look
 * like a slow query. The backend that does the work adds to the measurement of its thread, if one has begun, and says which
 * of its servers the call went to.
 */
public final class CallTimings implements AutoCloseable {

    private static final ThreadLocal<@Nullable CallTimings> CURRENT = new ThreadLocal<>();

    private final @Nullable CallTimings outer;
    private long waitingNanos;
    private long connectingNanos;
    private long executingNanos;
    private @Nullable String server;

    private CallTimings(@Nullable CallTimings outer) {
        this.outer = outer;
    }

    /** Begins a measurement of what this thread does until it is closed. */
    public static CallTimings begin() {
        CallTimings timings = new CallTimings(CURRENT.get());
        CURRENT.set(timings);
        return timings;
    }

    /** Adds time to the measurement of this thread; does nothing without one. */
    public static void add(long waitingNanos, long connectingNanos, long executingNanos) {
        CallTimings current = CURRENT.get();
        if (current != null) {
            current.waitingNanos += waitingNanos;
            current.connectingNanos += connectingNanos;
            current.executingNanos += executingNanos;
        }
    }

    /**
     * For a backend: the server that the call of this thread goes to now. Does nothing without a measurement.
     *
     * @param name a name that the host gave or that is made of one, and no address
     */
    public static void goesTo(String name) {
        CallTimings current = CURRENT.get();
        if (current != null) {
            current.server = name;
        }
    }

    /** The server that the call went to, the last one if it went to several, empty if it came to none. */
    public Optional<String> server() {
        return Optional.ofNullable(server);
    }

    /** Time until a connection was free, without the time it took to open one. */
    public Duration waiting() {
        return Duration.ofNanos(waitingNanos);
    }

    /** Time it took to open a connection for this call. */
    public Duration connecting() {
        return Duration.ofNanos(connectingNanos);
    }

    /** Time from the first statement to the last row, or for a transaction of its begin and its commit or rollback. */
    public Duration executing() {
        return Duration.ofNanos(executingNanos);
    }

    /** Ends the measurement. */
    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
