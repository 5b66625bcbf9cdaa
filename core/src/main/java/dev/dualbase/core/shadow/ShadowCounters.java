// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts outcomes. */
final class ShadowCounters {

    private final LongAdder chosen = new LongAdder();
    private final AtomicLongArray outcomes = new AtomicLongArray(ShadowOutcome.values().length);

    void chosen() {
        chosen.increment();
    }

    void count(ShadowOutcome outcome) {
        outcomes.incrementAndGet(outcome.ordinal());
    }

    private long of(ShadowOutcome outcome) {
        return outcomes.get(outcome.ordinal());
    }

    ShadowReadStats stats() {
        return new ShadowReadStats(
                chosen.sum(),
                of(ShadowOutcome.AGREED),
                of(ShadowOutcome.DIFFERED),
                of(ShadowOutcome.UNSETTLED),
                of(ShadowOutcome.ONLY_OTHER_FAILED),
                of(ShadowOutcome.ONLY_PRIMARY_FAILED),
                of(ShadowOutcome.BOTH_FAILED),
                of(ShadowOutcome.DROPPED));
    }
}
