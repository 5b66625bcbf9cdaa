// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.PoolListener;
import dev.dualbase.core.backend.PoolPeriod;
import dev.dualbase.core.backend.PoolStats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last hour of a pool in steps of ten seconds, written by those who ask for connections. */
final class PoolHistory {

    static final Duration STEP = Duration.ofSeconds(10);
    static final int MOST_STEPS = 360;
    static final Duration PATIENCE = Duration.ofSeconds(1);
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(PoolHistory.class);

    private final String backend;
    private final InstantSource clock;
    private final PoolListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<PoolPeriod> past = new ArrayDeque<>();
    private @Nullable Step current;
    private long silentUntilMillis = Long.MIN_VALUE;

    PoolHistory(String backend, InstantSource clock, PoolListener listener) {
        this.backend = backend;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * A caller has a connection, or has given up.
     *
     * @param waited without the time it took to open one
     * @param inVain whether it got none because all were in use
     * @param wasFull whether all were in use when it asked
     */
    void add(PoolStats now, Duration waited, boolean inVain, boolean wasFull) {
        long millis = clock.millis();
        PoolPeriod alarming = null;
        lock.lock();
        try {
            Step step = stepAt(millis);
            step.add(now, waited.toNanos(), inVain, wasFull);
            boolean starved = inVain || wasFull && waited.compareTo(PATIENCE) >= 0;
            if (starved && millis >= silentUntilMillis) {
                silentUntilMillis = millis + SILENCE.toMillis();
                alarming = step.period();
            }
        } finally {
            lock.unlock();
        }
        if (alarming != null) {
            tell(now, alarming);
        }
    }

    /** The steps in which somebody asked for a connection, oldest first. */
    List<PoolPeriod> periods() {
        lock.lock();
        try {
            List<PoolPeriod> periods = new ArrayList<>(past);
            if (current != null) {
                periods.add(current.period());
            }
            return periods;
        } finally {
            lock.unlock();
        }
    }

    private Step stepAt(long millis) {
        Step step = current;
        if (step != null && millis < step.endMillis) {
            return step;
        }
        if (step != null) {
            past.add(step.period());
        }
        while (past.size() >= MOST_STEPS) {
            past.remove();
        }
        Step next = new Step(Instant.ofEpochMilli(millis));
        current = next;
        return next;
    }

    /** A period while it lasts. Every call of the backend adds to it, so it makes no new objects. */
    private static final class Step {

        private final Instant begin;
        private final long endMillis;
        private int leases;
        private int failures;
        private int mostActive;
        private int mostWaiting;
        private long waitedNanos;
        private long longestNanos;

        private Step(Instant begin) {
            this.begin = begin;
            this.endMillis = begin.plus(STEP).toEpochMilli();
        }

        private void add(PoolStats now, long nanos, boolean inVain, boolean wasFull) {
            leases++;
            failures += inVain ? 1 : 0;
            mostActive = Math.max(mostActive, now.active());
            mostWaiting = Math.max(mostWaiting, now.waiting() + (wasFull ? 1 : 0));
            waitedNanos += nanos;
            longestNanos = Math.max(longestNanos, nanos);
        }

        private PoolPeriod period() {
            return new PoolPeriod(
                    begin,
                    leases,
                    failures,
                    mostActive,
                    mostWaiting,
                    Duration.ofNanos(waitedNanos),
                    Duration.ofNanos(longestNanos));
        }
    }

    private void tell(PoolStats now, PoolPeriod period) {
        try {
            listener.starved(backend, now, period);
        } catch (Exception | LinkageError failure) {
            // whatever a host's listener throws, checked exceptions of other languages and absent classes included
            LOG.warn("a pool listener failed: {}", failure.getClass().getName());
        }
    }
}
