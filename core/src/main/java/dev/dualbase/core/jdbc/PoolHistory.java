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
    private @Nullable PoolPeriod current;
    private Instant silentUntil = Instant.MIN;

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
        Instant time = clock.instant();
        boolean alarm;
        PoolPeriod period;
        lock.lock();
        try {
            period = plus(periodOf(time), now, waited, inVain, wasFull);
            current = period;
            alarm = (inVain || wasFull && waited.compareTo(PATIENCE) >= 0) && !time.isBefore(silentUntil);
            if (alarm) {
                silentUntil = time.plus(SILENCE);
            }
        } finally {
            lock.unlock();
        }
        if (alarm) {
            tell(now, period);
        }
    }

    /** The steps in which somebody asked for a connection, oldest first. */
    List<PoolPeriod> periods() {
        lock.lock();
        try {
            List<PoolPeriod> periods = new ArrayList<>(past);
            if (current != null) {
                periods.add(current);
            }
            return periods;
        } finally {
            lock.unlock();
        }
    }

    private PoolPeriod periodOf(Instant time) {
        PoolPeriod period = current;
        if (period != null && time.isBefore(period.begin().plus(STEP))) {
            return period;
        }
        if (period != null) {
            past.add(period);
        }
        while (past.size() >= MOST_STEPS) {
            past.remove();
        }
        return new PoolPeriod(time, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
    }

    private static PoolPeriod plus(PoolPeriod period, PoolStats now, Duration waited, boolean inVain, boolean wasFull) {
        int waiting = now.waiting() + (wasFull ? 1 : 0);
        return new PoolPeriod(
                period.begin(),
                period.leases() + 1,
                period.inVain() + (inVain ? 1 : 0),
                Math.max(period.mostActive(), now.active()),
                Math.max(period.mostWaiting(), waiting),
                period.waited().plus(waited),
                period.longestWait().compareTo(waited) < 0 ? waited : period.longestWait());
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
