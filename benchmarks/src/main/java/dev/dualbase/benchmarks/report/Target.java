// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What our figure of a workload must be at most, as a multiple of the best figure of some rivals.
 *
 * @param workload its name
 * @param text for people
 * @param rival whether a contender is one of the rivals
 * @param figure the time or the memory
 * @param atMost the multiple
 */
record Target(
        String workload,
        String text,
        Predicate<String> rival,
        Function<Measurement, Optional<Double>> figure,
        double atMost) {

    static Target time(String workload, String text, Predicate<String> rival, double atMost) {
        return new Target(workload, text, rival, each -> Optional.of(each.time()), atMost);
    }

    static Target memory(String workload, String text, Predicate<String> rival, double atMost) {
        return new Target(workload, text, rival, Measurement::bytes, atMost);
    }

    /** Our figure as a multiple of the best rival's; empty where one was not measured. */
    OptionalDouble ratio(Measurements measurements) {
        List<Measurement> all = measurements.of(workload);
        OptionalDouble ours = best(all, Targets::isOurs);
        OptionalDouble theirs = best(all, rival);
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble best(List<Measurement> all, Predicate<String> contender) {
        return all.stream()
                .filter(each -> contender.test(each.contender()))
                .flatMap(each -> figure.apply(each).stream())
                .mapToDouble(Double::doubleValue)
                .min();
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
