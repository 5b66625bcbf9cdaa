// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.observation.micrometer.DualbaseMetrics;
import dev.dualbase.core.repository.BaseRepository;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Meters of calls on a real server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes =
            notes(ObservedBackend.observe(backend, DualbaseMetrics.calls(registry)));

    private Timer timer(String name, String operation, String outcome) {
        return registry.get(name)
                .tags(
                        "backend",
                        "faults",
                        "server",
                        "faults",
                        "repository",
                        "BaseRepository",
                        "operation",
                        operation,
                        "outcome",
                        outcome)
                .timer();
    }

    private double gauge(String name) {
        return registry.get(name).tag("backend", "faults").gauge().value();
    }

    @Test
    void calls_are_timed_by_operation_and_outcome() {
        notes.insert(note(1, "a"));
        notes.insert(note(2, "b"));
        assertThat(catchThrowable(() -> notes.insert(note(1, "c")))).isNotNull();
        assertThat(timer("dualbase.calls", "insert", "success").count()).isEqualTo(2);
        assertThat(timer("dualbase.calls", "insert", "DuplicateKeyException").count())
                .isEqualTo(1);
    }

    @Test
    void waiting_connecting_and_executing_are_timed_apart() {
        notes.insert(note(1, "a"));
        assertThat(notes.count(Filters.sql(DSL.condition("pg_sleep(0.2) is null"))))
                .isZero();
        assertThat(millis("dualbase.calls.connecting", "insert")).isPositive();
        assertThat(millis("dualbase.calls.connecting", "count")).isZero();
        assertThat(millis("dualbase.calls.executing", "count")).isGreaterThanOrEqualTo(200);
        assertThat(millis("dualbase.calls", "count"))
                .isGreaterThanOrEqualTo(
                        millis("dualbase.calls.waiting", "count") + millis("dualbase.calls.executing", "count"));
    }

    private double millis(String name, String operation) {
        return timer(name, operation, "success").totalTime(TimeUnit.MILLISECONDS);
    }

    @Test
    void the_pool_shows_who_works() {
        DualbaseMetrics.pool(backend).bindTo(registry);
        assertThat(gauge("dualbase.pool.active")).isZero();
        notes.useTransaction(() -> assertThat(gauge("dualbase.pool.active")).isEqualTo(1));
        assertThat(gauge("dualbase.pool.idle")).isEqualTo(1);
        assertThat(gauge("dualbase.pool.waiting")).isZero();
        assertThat(gauge("dualbase.pool.max")).isEqualTo(2);
    }

    @Test
    void many_rows_and_values_make_no_more_meters() {
        for (int i = 0; i < 50; i++) {
            notes.insert(note(i, Marked.VALUE + i));
        }
        assertThat(catchThrowable(() -> notes.insert(coded(1, Marked.VALUE)))).isNotNull();
        assertThat(registry.getMeters()).hasSize(8);
        assertThat(registry.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .doesNotContain("note")
                .allSatisfy(value -> assertThat(value).doesNotContain("MARKED"));
    }
}
