// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.PoolListener;
import dev.dualbase.core.backend.PoolPeriod;
import dev.dualbase.core.backend.PoolStats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
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
    private final Deque<Step> past = new ArrayDeque<>();
    private final AtomicLong silentUntilMillis = new AtomicLong(Long.MIN_VALUE);
    private volatile @Nullable Step current;

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
        Step step = stepAt(millis);
        step.add(now, waited.toNanos(), inVain, wasFull);
        boolean starved = inVain || wasFull && waited.compareTo(PATIENCE) >= 0;
        if (starved && mayTell(millis)) {
            tell(now, step.period());
        }
    }

    /** Once for all threads in a while. */
    private boolean mayTell(long millis) {
        long until = silentUntilMillis.get();
        return millis >= until && silentUntilMillis.compareAndSet(until, millis + SILENCE.toMillis());
    }

    /** The steps in which somebody asked for a connection, oldest first. */
    List<PoolPeriod> periods() {
        lock.lock();
        try {
            Stream<Step> all = Stream.concat(past.stream(), Stream.ofNullable(current));
            return all.map(Step::period).toList();
        } finally {
            lock.unlock();
        }
    }

    private Step stepAt(long millis) {
        Step step = current;
        return step != null && millis < step.endMillis ? step : nextStep(millis);
    }

    private Step nextStep(long millis) {
        lock.lock();
        try {
            Step step = current;
            if (step != null && millis < step.endMillis) {
                return step;
            }
            if (step != null) {
                past.add(step);
            }
            while (past.size() >= MOST_STEPS) {
                past.remove();
            }
            Step next = new Step(Instant.ofEpochMilli(millis));
            current = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A period to which every call of the backend adds, many at once: a lock would make them wait for each other where there
     * are more threads than processors.
     */
    private static final class Step {

        /** One for all three, so that the compiler sees what is called. */
        private static final LongBinaryOperator MOST = Math::max;

        private final Instant begin;
        private final long endMillis;
        private final LongAdder leases = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final LongAdder waitedNanos = new LongAdder();
        private final LongAccumulator longestNanos = new LongAccumulator(MOST, 0);
        private final LongAccumulator mostActive = new LongAccumulator(MOST, 0);
        private final LongAccumulator mostWaiting = new LongAccumulator(MOST, 0);

        private Step(Instant begin) {
            this.begin = begin;
            this.endMillis = begin.plus(STEP).toEpochMilli();
        }

        private void add(PoolStats now, long nanos, boolean inVain, boolean wasFull) {
            leases.increment();
            if (inVain) {
                failures.increment();
            }
            waitedNanos.add(nanos);
            longestNanos.accumulate(nanos);
            mostActive.accumulate(now.active());
            mostWaiting.accumulate(now.waiting() + (wasFull ? 1L : 0L));
        }

        private PoolPeriod period() {
            return new PoolPeriod(
                    begin,
                    leases.intValue(),
                    failures.intValue(),
                    mostActive.intValue(),
                    mostWaiting.intValue(),
                    Duration.ofNanos(waitedNanos.sum()),
                    Duration.ofNanos(longestNanos.get()));
        }
    }

    private void tell(PoolStats now, PoolPeriod period) {
        try {
            listener.starved(backend, now, period);
        } catch (Throwable failure) {
            // whatever a host's listener throws: the caller has a connection, which only it can return
            LOG.warn("a pool listener failed: {}", failure.getClass().getName());
        }
    }
}
