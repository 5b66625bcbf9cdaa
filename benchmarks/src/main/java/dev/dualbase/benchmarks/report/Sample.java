// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * What was measured of one contender in one round.
 *
 * @param round its number
 * @param values the figure of each iteration
 * @param bytes how much memory an operation allocates, where that was measured
 * @param peakHeap the peak of the heap in MiB, where that was measured
 */
record Sample(int round, List<Double> values, Optional<Double> bytes, Optional<Double> peakHeap) {

    double median() {
        return medianOf(values);
    }

    static double medianOf(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
