// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, and tells the listener. */
final class ShadowReport {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowReadBackend.class);

    private final ShadowCounters counters;
    private final ShadowListener listener;

    ShadowReport(ShadowCounters counters, ShadowListener listener) {
        this.counters = counters;
        this.listener = listener;
    }

    void count(ShadowOutcome outcome) {
        counters.count(outcome);
    }

    /** Something else than the storage failed: the read counts as not asked. */
    void broken(Throwable failure) {
        counters.count(ShadowOutcome.DROPPED);
        LOG.warn("a shadow read failed: {}", failure.getClass().getName());
    }

    void tell(ShadowDifference difference) {
        try {
            listener.differed(difference);
        } catch (Exception | LinkageError failure) {
            // whatever a host's listener throws, checked exceptions of other languages and absent classes included
            LOG.warn("a listener failed", failure);
        }
    }
}
