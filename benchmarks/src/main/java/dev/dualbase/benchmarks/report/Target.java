// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What our figure of a workload must be at most, as a multiple of the best figure of some rivals.
 *
 * @param workload its name
 * @param text for people
 * @param rival whether a contender is one of the rivals
 * @param ofMemory whether memory is compared, and not time
 * @param atMost the multiple
 */
record Target(String workload, String text, Predicate<String> rival, boolean ofMemory, double atMost) {

    static Target time(String workload, String text, Predicate<String> rival, double atMost) {
        return new Target(workload, text, rival, false, atMost);
    }

    static Target memory(String workload, String text, Predicate<String> rival, double atMost) {
        return new Target(workload, text, rival, true, atMost);
    }

    /** Our figure as a multiple of the best rival's; empty where one was not measured. */
    OptionalDouble ratio(Measurements measurements) {
        Optional<Measurement> ours = best(measurements, Targets::isOurs);
        Optional<Measurement> theirs = best(measurements, rival);
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(ratio(ours.get(), theirs.get()))
                : OptionalDouble.empty();
    }

    private double ratio(Measurement ours, Measurement theirs) {
        return ofMemory ? memory(ours) / memory(theirs) : ours.ratioTo(theirs);
    }

    private Optional<Measurement> best(Measurements measurements, Predicate<String> contender) {
        ToDoubleFunction<Measurement> figure = ofMemory ? Target::memory : Measurement::time;
        return measurements.of(workload).stream()
                .filter(each -> contender.test(each.contender()))
                .min(Comparator.comparingDouble(figure));
    }

    private static double memory(Measurement measurement) {
        return measurement.bytes().orElse(Double.NaN);
    }

    /** Whether it was reached, or not measured. */
    String mark(Measurements measurements) {
        OptionalDouble ratio = ratio(measurements);
        if (ratio.isEmpty()) {
            return "not measured";
        }
        return ratio.getAsDouble() <= atMost ? "ok" : "not";
    }
}
