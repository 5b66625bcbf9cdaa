// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that carries noted rows over, as soon as there are some. */
final class Replay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DualWriteBackend.class);

    /** How often to look for notes of other processes, and for rows whose next attempt is due. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private static final Duration MEASURE_EVERY = Duration.ofSeconds(1);

    private final Backend primary;
    private final Backend other;
    private final MirroredTables tables;
    private final Divergence divergence;
    private final DualWriteOptions options;
    private final ReplayReport report;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean wanted;
    private int failures;
    private long measuredAt = System.nanoTime() - MEASURE_EVERY.toNanos();

    Replay(Backend primary, Backend other, MirroredTables tables, DualWriteOptions options, ReplayReport report) {
        this.primary = primary;
        this.other = other;
        this.tables = tables;
        this.options = options;
        this.report = report;
        this.divergence = new Divergence(primary, tables.names(), options.clock());
        this.thread = new Thread(this::run, "dualbase-replay-" + other.id());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There are new notes. It costs the caller next to nothing. */
    void wake() {
        wanted = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            wanted = false;
            rest(step());
        }
    }

    /** Waits, unless there is more to do. A failing side is not asked sooner because there is more to do. */
    private void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        long left = pause.toNanos();
        while (left > 0 && !closed && (failures > 0 || !wanted)) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }

    private Duration step() {
        try {
            RoundResult round = options.enabled().getAsBoolean() ? round() : RoundResult.NOTHING;
            measure();
            failures = round.away().isPresent() ? failures + 1 : 0;
            if (failures > 0) {
                return options.waitAfter(failures);
            }
            return round.found() > 0 ? Duration.ZERO : IDLE;
        } catch (RuntimeException | Error failure) {
            failures++;
            told(failure);
            return options.waitAfter(failures);
        }
    }

    private RoundResult round() {
        RoundResult round = new ReplayRound(primary, other, tables, divergence, options).run();
        report.finished(round);
        round.away()
                .filter(any -> failures == 0)
                .ifPresent(why -> LOG.warn("{} cannot be reached, rows wait for it: {}", other.id(), why.getMessage()));
        return round;
    }

    private void measure() {
        if (System.nanoTime() - measuredAt >= MEASURE_EVERY.toNanos()) {
            report.measured(divergence.backlog());
            measuredAt = System.nanoTime();
        }
    }

    private void told(Throwable failure) {
        if (failure instanceof StorageException && !closed && failures == 1) {
            LOG.warn("{} cannot be asked which rows differ: {}", primary.id(), failure.getMessage());
        } else if (!(failure instanceof StorageException)) {
            LOG.error("the replay failed and goes on", failure);
        }
    }

    /** Ends the thread, and waits some seconds for what it is about. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
