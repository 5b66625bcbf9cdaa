// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long calls took. */
final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long taken) {
        nanos.add(taken);
    }

    private long microsAt(double share) {
        long[] sorted = nanos.stream().mapToLong(each -> each).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1000;
    }

    @Override
    public String toString() {
        return nanos.size() + " calls, median " + microsAt(0.5) + " us, 95 % " + microsAt(0.95) + " us";
    }
}
