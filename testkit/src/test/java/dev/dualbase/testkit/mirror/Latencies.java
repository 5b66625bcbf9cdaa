// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long calls took, to within 6 %, in constant memory. Safe for use by several threads. */
final class Latencies {
    private static final int PARTS = 16;

    private final AtomicLongArray counts = new AtomicLongArray(64 * PARTS);

    void add(long nanos) {
        counts.incrementAndGet(bucket(Math.max(PARTS, nanos)));
    }

    /** A power of two, and which sixteenth of the way to the next. */
    private static int bucket(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        return power * PARTS + (int) (nanos >>> (power - 4)) % PARTS;
    }

    private static long nanos(int bucket) {
        return (long) (PARTS + bucket % PARTS) << (bucket / PARTS - 4);
    }

    private long calls() {
        long calls = 0;
        for (int i = 0; i < counts.length(); i++) {
            calls += counts.get(i);
        }
        return calls;
    }

    private long at(double share) {
        long left = (long) (share * calls());
        for (int i = 4 * PARTS; i < counts.length(); i++) {
            left -= counts.get(i);
            if (left < 0) {
                return nanos(i);
            }
        }
        return 0;
    }

    /** The median and the slowest of a hundred, in microseconds and as multiples of others. */
    String comparedTo(Latencies others) {
        return "%d calls, median %d us (x%.2f), 99 %% %d us (x%.2f)"
                .formatted(calls(), at(0.5) / 1000, ratio(0.5, others), at(0.99) / 1000, ratio(0.99, others));
    }

    private double ratio(double share, Latencies others) {
        return (double) at(share) / Math.max(1, others.at(share));
    }
}
