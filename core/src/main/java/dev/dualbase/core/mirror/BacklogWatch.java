// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.StorageException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every second how much there is to carry over, also while the replay waits for the other side. */
final class BacklogWatch implements AutoCloseable {

    /** So many rounds it leaves out at most while the primary fails. */
    private static final int LONGEST_REST = 30;

    private static final Logger LOG = LoggerFactory.getLogger(DualWriteBackend.class);

    private final Divergence divergence;
    private final ReplayReport report;
    private final ScheduledExecutorService thread;
    private int failures;
    private int roundsToRest;

    BacklogWatch(Divergence divergence, ReplayReport report, String other) {
        this.divergence = divergence;
        this.report = report;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "dualbase-backlog-" + other);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.SECONDS);
    }

    private void round() {
        if (roundsToRest > 0) {
            roundsToRest--;
        } else {
            measure();
        }
    }

    private void measure() {
        try {
            report.measured(divergence.backlog());
            failures = 0;
        } catch (StorageException unknown) {
            // the replay says so
            roundsToRest = Math.min(failures++, LONGEST_REST);
        } catch (RuntimeException | Error failure) {
            LOG.error(
                    "the backlog could not be measured and is measured again: {}",
                    failure.getClass().getName());
        }
    }

    @Override
    public void close() {
        var unused = thread.shutdownNow();
    }
}
