// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that carries noted rows over, as soon as there are some. */
final class Replay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DualWriteBackend.class);

    /** So many notes a round reads at first. */
    private static final int LEAST = 2_000;

    /** So many at most, as they are kept in memory. */
    private static final int MOST = 16_000;

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
    private int most = LEAST;

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

    private void rest(Pause pause) {
        long begin = System.nanoTime();
        long left = pause.nanos(wanted);
        while (left > 0 && !closed) {
            LockSupport.parkNanos(left);
            left = pause.nanos(wanted) - (System.nanoTime() - begin);
        }
    }

    private Pause step() {
        try {
            return options.enabled().getAsBoolean() ? round() : Pause.IDLE;
        } catch (RuntimeException | Error failure) {
            failures++;
            told(failure);
            return Pause.of(options.waitAfter(failures));
        }
    }

    private Pause round() {
        Optional<RoundResult> result = new ReplayRound(primary, other, tables, divergence, options, most).run();
        return result.map(this::after).orElse(Pause.BUSY);
    }

    private Pause after(RoundResult round) {
        report.finished(round);
        most = mostAfter(round);
        round.away()
                .filter(any -> failures == 0)
                .ifPresent(why -> LOG.warn("{} cannot be reached, rows wait for it: {}", other.id(), why.getMessage()));
        failures = round.away().isPresent() ? failures + 1 : 0;
        if (failures > 0) {
            return Pause.of(options.waitAfter(failures));
        }
        return round.found() > 0 ? Pause.NONE : Pause.IDLE;
    }

    /**
     * Of a row that is written again and again all notes go at once, and rows that refer to one another go best together. So
     * where many notes wait, and are of few rows, more are read.
     */
    private int mostAfter(RoundResult round) {
        if (round.found() < most) {
            return LEAST;
        }
        return round.rows() < round.found() / 2 ? Math.min(2 * most, MOST) : most;
    }

    private void told(Throwable failure) {
        if (failure instanceof StorageException && !closed && failures == 1) {
            LOG.warn("{} cannot be asked which rows differ: {}", primary.id(), failure.getMessage());
        } else if (!(failure instanceof StorageException)) {
            LOG.error("the replay failed and goes on: {}", failure.getClass().getName());
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

    /**
     * How long to wait for the next round.
     *
     * @param least also if there is more to do: so a failing side, or a lock that somebody else has, is not asked for at once
     * @param most if nobody says that there is more to do
     */
    private record Pause(Duration least, Duration most) {

        static final Pause NONE = of(Duration.ZERO);

        /** So often it looks for notes of other processes, and for rows whose next attempt is due. */
        static final Pause IDLE = new Pause(Duration.ZERO, Duration.ofMillis(500));

        static final Pause BUSY = new Pause(Duration.ofMillis(20), IDLE.most);

        static Pause of(Duration exactly) {
            return new Pause(exactly, exactly);
        }

        long nanos(boolean wanted) {
            return (wanted ? least : most).toNanos();
        }
    }
}
