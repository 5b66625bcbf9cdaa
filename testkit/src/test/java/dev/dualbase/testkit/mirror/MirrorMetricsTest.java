// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.observation.micrometer.DualbaseMetrics;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Meters of dual writes and shadow reads. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MirrorMetricsTest {
    private static TwoSides sides;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeAll
    static void open() {
        sides = new TwoSides();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @AfterEach
    void clear() {
        sides.clear();
    }

    private double gauge(String name) {
        return registry.get("dualbase.dualwrite." + name)
                .tag("backend", "primary")
                .gauge()
                .value();
    }

    private double counter(String name, String... tags) {
        return registry.get("dualbase." + name).tags(tags).functionCounter().count();
    }

    @Test
    void a_dual_write_shows_what_is_behind_and_that_it_caught_up() {
        try (DualWriteBackend mirror = sides.mirror()) {
            DualbaseMetrics.dualWrite(mirror).bindTo(registry);
            sides.line.refuse();
            TwoSides.guests(mirror).insert(guest(1, "a"));
            TwoSides.until("the backlog shows", () -> gauge("backlog") == 1 && gauge("divergence") == 1);
            TwoSides.until(
                    "its age shows",
                    () -> registry.get("dualbase.dualwrite.oldest.age")
                                    .timeGauge()
                                    .value(TimeUnit.MILLISECONDS)
                            > 0);
            assertThat(gauge("failing")).isZero();
            assertThat(counter("dualwrite.writes")).isEqualTo(1);
            assertThat(counter("dualwrite.failed")).isPositive();
            sides.line.pass();
            TwoSides.until("the backlog is gone", () -> gauge("backlog") == 0);
            assertThat(counter("dualwrite.mirrored")).isEqualTo(1);
        }
    }

    @Test
    void shadow_reads_show_their_outcomes() {
        try (ShadowReadBackend shadow =
                ShadowReadBackend.around(sides.anotherPrimary(), sides.other, ShadowReadOptions.percent(() -> 100))) {
            DualbaseMetrics.shadowReads(shadow).bindTo(registry);
            assertThat(TwoSides.guests(shadow).findMany(Filters.everyRow())).isEmpty();
            TwoSides.until(
                    "the answers agree", () -> counter("shadow.reads", "outcome", "agreed", "backend", "primary") == 1);
            sides.onOther().execute("insert into guest (id, name) values (1, 'other')");
            assertThat(TwoSides.guests(shadow).findMany(Filters.everyRow())).isEmpty();
            TwoSides.until("they differ", () -> counter("shadow.reads", "outcome", "differed") == 1);
            assertThat(counter("shadow.chosen")).isEqualTo(2);
        }
    }
}
