// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The figure of one contender in one workload.
 *
 * @param workload the letter of the workload and what tells its parts apart, such as {@code e 1000}
 * @param contender its name
 * @param unit of its values
 * @param samples one for each round in which it took part
 */
record Measurement(String workload, String contender, String unit, List<Sample> samples) {

    /** Microseconds for an operation: less is better. */
    static final String MICROSECONDS = "us/op";

    /** Operations in a second: more is better. */
    static final String PER_SECOND = "ops/s";

    private static final double CONFIDENCE = 0.999;

    /** The mean of all iterations, as JMH has it. */
    double value() {
        return statistics().getMean();
    }

    /** Half of the interval of 99.9 % around the mean, as JMH has it; not a number where there are too few iterations. */
    double error() {
        return statistics().getMeanErrorAt(CONFIDENCE);
    }

    private ListStatistics statistics() {
        return new ListStatistics(samples.stream()
                .map(Sample::values)
                .flatMap(Collection::stream)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** How long an operation took in a round, for comparisons. */
    double time(Sample sample) {
        return unit.equals(PER_SECOND) ? 1 / sample.median() : sample.median();
    }

    /** How long an operation takes, for comparisons: the median of the rounds. */
    double time() {
        return Sample.medianOf(samples.stream().map(this::time).toList());
    }

    /** How much memory an operation allocates, where that was measured. */
    Optional<Double> bytes() {
        List<Double> bytes =
                samples.stream().flatMap(each -> each.bytes().stream()).toList();
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Sample.medianOf(bytes));
    }

    /** The peak of the heap in MiB, where that was measured. */
    Optional<Double> peakHeap() {
        return samples.stream().flatMap(each -> each.peakHeap().stream()).max(Double::compare);
    }

    /** Our time as a multiple of another's: the median over the rounds in which both took part. */
    double ratioTo(Measurement other) {
        List<Double> ratios = samples.stream()
                .flatMap(ours -> other.samples.stream()
                        .filter(theirs -> theirs.round() == ours.round())
                        .map(theirs -> time(ours) / other.time(theirs)))
                .toList();
        return ratios.isEmpty() ? time() / other.time() : Sample.medianOf(ratios);
    }
}
