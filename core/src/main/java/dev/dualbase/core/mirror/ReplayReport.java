// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, and tells the listener. */
final class ReplayReport {

    private static final Logger LOG = LoggerFactory.getLogger(DualWriteBackend.class);

    /** After how many failures a row is reported. */
    private static final int REPORTED_ATTEMPT = 5;

    /** A rate of fewer attempts than these says nothing. */
    private static final int LEAST_ATTEMPTS = 20;

    private final DualWriteOptions options;
    private final FailureWindow window;
    private final LongAdder writes = new LongAdder();
    private final LongAdder mirrored = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile Divergence.Backlog backlog = Divergence.Backlog.NONE;
    private boolean alarmed;

    ReplayReport(DualWriteOptions options) {
        this.options = options;
        this.window = new FailureWindow(options.window(), options.clock());
    }

    void noted(long rows) {
        writes.add(rows);
    }

    void finished(RoundResult round) {
        mirrored.add(round.carried());
        failed.add(round.failed());
        window.add(round.carried(), round.failed());
        round.refused().stream()
                .filter(row -> row.attempts() == REPORTED_ATTEMPT)
                .forEach(row -> tell(listener -> listener.rowFailed(row)));
    }

    void measured(Divergence.Backlog newBacklog) {
        backlog = newBacklog;
        // over at half of what it takes, so that what stays near a bound is one alarm
        int share = alarmed ? 2 : 1;
        boolean tooMany = window.tried() >= LEAST_ATTEMPTS && window.rate() > options.maxRate() / share;
        boolean tooOld = newBacklog.age().compareTo(options.maxAge().dividedBy(share)) > 0;
        boolean alarm = tooMany || tooOld;
        if (alarm != alarmed) {
            alarmed = alarm;
            DualWriteStats stats = stats();
            tell(listener -> {
                if (alarm) {
                    listener.alarmed(stats);
                } else {
                    listener.recovered(stats);
                }
            });
        }
    }

    DualWriteStats stats() {
        Divergence.Backlog now = backlog;
        return new DualWriteStats(
                writes.sum(), mirrored.sum(), failed.sum(), now.lines(), now.failing(), now.age(), window.rate());
    }

    private void tell(Consumer<DualWriteListener> event) {
        try {
            event.accept(options.listener());
        } catch (Exception | LinkageError failure) {
            // whatever a host's listener throws, checked exceptions of other languages and absent classes included
            LOG.warn("a listener failed", failure);
        }
    }
}
