// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.Optional;

/**
 * One figure of one contender.
 *
 * @param workload the letter of the workload and what tells its parts apart, such as {@code e 1000}
 * @param contender its name
 * @param value microseconds for an operation, or operations in a second
 * @param error half of the interval of 99.9 %, not a number where there are too few
 * @param unit the unit of both
 * @param bytes how much memory an operation allocates, where that was measured
 * @param peakHeap the peak of the heap in MiB, where that was measured
 */
public record Measurement(
        String workload,
        String contender,
        double value,
        double error,
        String unit,
        Optional<Double> bytes,
        Optional<Double> peakHeap) {

    /** Microseconds for an operation: less is better. */
    public static final String MICROSECONDS = "us/op";

    /** Operations in a second: more is better. */
    public static final String PER_SECOND = "ops/s";

    /** How long an operation takes, for comparisons. */
    double time() {
        return unit.equals(PER_SECOND) ? 1 / value : value;
    }
}
