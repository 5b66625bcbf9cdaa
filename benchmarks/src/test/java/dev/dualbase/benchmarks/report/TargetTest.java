// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {

    private final Measurements measurements = new Measurements();
    private final Target twiceAsFast = Target.time("e 1000", "2 times the best", name -> name.startsWith("jooq"), 0.5);

    @Test
    void the_best_of_several_rivals_counts() {
        measure(0, "jooq", 900);
        measure(0, "jooq-batch", 400);
        measure(0, "dualbase", 300);

        assertThat(twiceAsFast.ratio(measurements)).hasValue(0.75);
        assertThat(twiceAsFast.mark(measurements)).isEqualTo("not");
    }

    @Test
    void a_target_is_reached_at_its_very_figure() {
        measure(0, "jooq", 600);
        measure(0, "dualbase", 300);

        assertThat(twiceAsFast.mark(measurements)).isEqualTo("ok");
    }

    @Test
    void figures_are_compared_within_a_round_and_the_middle_round_counts() {
        measure(0, "jooq", 100);
        measure(0, "dualbase", 50);
        measure(1, "jooq", 1_000);
        measure(1, "dualbase", 500);
        measure(2, "jooq", 100);
        measure(2, "dualbase", 900);

        assertThat(twiceAsFast.ratio(measurements)).hasValue(0.5);
    }

    @Test
    void one_slow_iteration_spoils_no_round() {
        measure(0, "jooq", 100, 100, 100);
        measure(0, "dualbase", 50, 5_000, 50);

        assertThat(twiceAsFast.ratio(measurements)).hasValue(0.5);
    }

    @Test
    void of_operations_in_a_second_more_is_better() {
        add(0, "jooq", Measurement.PER_SECOND, 1_000.0);
        add(0, "dualbase", Measurement.PER_SECOND, 4_000.0);

        assertThat(twiceAsFast.ratio(measurements)).hasValue(0.25);
    }

    @Test
    void what_was_not_measured_is_neither_reached_nor_missed() {
        measure(0, "dualbase", 300);

        assertThat(twiceAsFast.mark(measurements)).isEqualTo("not measured");
    }

    private void measure(int round, String contender, double... values) {
        add(round, contender, Measurement.MICROSECONDS, values);
    }

    private void add(int round, String contender, String unit, double... values) {
        Sample sample = new Sample(round, Arrays.stream(values).boxed().toList(), Optional.empty(), Optional.empty());
        measurements.add("e 1000", contender, unit, sample);
    }
}
