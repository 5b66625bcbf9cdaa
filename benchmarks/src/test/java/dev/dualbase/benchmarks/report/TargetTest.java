// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {

    private final Measurements measurements = new Measurements();
    private final Target twiceAsFast = Target.time("e 1000", "2 times the best", name -> name.startsWith("jooq"), 0.5);

    @Test
    void the_best_of_several_rivals_counts() {
        measure("jooq", 900, Measurement.MICROSECONDS);
        measure("jooq-batch", 400, Measurement.MICROSECONDS);
        measure("dualbase", 300, Measurement.MICROSECONDS);

        assertThat(twiceAsFast.ratio(measurements)).hasValue(0.75);
        assertThat(twiceAsFast.mark(measurements)).isEqualTo("not");
    }

    @Test
    void a_target_is_reached_at_its_very_figure() {
        measure("jooq", 600, Measurement.MICROSECONDS);
        measure("dualbase", 300, Measurement.MICROSECONDS);

        assertThat(twiceAsFast.mark(measurements)).isEqualTo("ok");
    }

    @Test
    void of_operations_in_a_second_more_is_better() {
        measure("jooq", 1_000, Measurement.PER_SECOND);
        measure("dualbase", 4_000, Measurement.PER_SECOND);

        assertThat(twiceAsFast.ratio(measurements)).hasValue(0.25);
    }

    @Test
    void what_was_not_measured_is_neither_reached_nor_missed() {
        measure("dualbase", 300, Measurement.MICROSECONDS);

        assertThat(twiceAsFast.mark(measurements)).isEqualTo("not measured");
    }

    private void measure(String contender, double value, String unit) {
        measurements.add(
                new Measurement("e 1000", contender, value, Double.NaN, unit, Optional.empty(), Optional.empty()));
    }
}
