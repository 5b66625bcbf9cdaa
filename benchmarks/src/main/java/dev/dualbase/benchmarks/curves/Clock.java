// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Times of operations. */
final class Clock {

    private Clock() {}

    static double microseconds(Runnable operation) {
        long start = System.nanoTime();
        operation.run();
        return (System.nanoTime() - start) / 1_000.0;
    }

    /** The median of an operation, repeated for a time after as long to warm up. */
    static double median(Duration time, Runnable operation) {
        repeat(time, operation);
        List<Double> times = repeat(time, operation);
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static List<Double> repeat(Duration time, Runnable operation) {
        long end = System.nanoTime() + time.toNanos();
        List<Double> times = new ArrayList<>();
        do {
            times.add(microseconds(operation));
        } while (System.nanoTime() < end);
        return times;
    }

    static double perSecond(long operations, long nanos) {
        return operations * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
