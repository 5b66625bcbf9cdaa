// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the listener is told what. */
class ReplayReportTest implements DualWriteListener {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final List<String> told = new ArrayList<>();
    private final ReplayReport report = new ReplayReport(new DualWriteOptions(
            List.of(DivergenceTable.DIVERGENCE),
            () -> true,
            OwnRows.all(),
            Optional.empty(),
            0.05,
            MINUTE,
            Duration.ofMinutes(5),
            Duration.ofMillis(1),
            MINUTE,
            this,
            clock));

    @Override
    public void alarmed(DualWriteStats stats) {
        told.add("alarm at " + stats.divergenceRate() + ", " + stats.oldestAge());
    }

    @Override
    public void recovered(DualWriteStats stats) {
        told.add("recovered");
    }

    @Override
    public void rowFailed(RowFailure failure) {
        told.add("row failed " + failure.attempts() + " times");
        IllegalStateException trouble = new IllegalStateException("a listener's own trouble");
        trouble.setStackTrace(new StackTraceElement[0]);
        throw trouble;
    }

    private void tried(int carried, int failed) {
        report.finished(
                new RoundResult(carried + failed, carried + failed, carried, failed, List.of(), Optional.empty()));
        report.measured(Divergence.Backlog.NONE);
    }

    private void oldest(Duration age) {
        report.measured(new Divergence.Backlog(1, 0, age));
    }

    @Test
    void a_rate_at_the_bound_is_none_and_one_above_it_is_an_alarm_once() {
        tried(95, 5);
        assertThat(told).isEmpty();
        tried(0, 1);
        tried(0, 1);
        assertThat(told).containsExactly("alarm at " + 6 / 101.0 + ", PT0S");
    }

    @Test
    void a_few_attempts_say_nothing() {
        tried(0, 19);
        assertThat(told).isEmpty();
        tried(0, 1);
        assertThat(told).hasSize(1);
    }

    @Test
    void when_failures_are_long_ago_it_has_recovered_and_may_be_an_alarm_again() {
        tried(0, 20);
        clock.passes(Duration.ofMinutes(6));
        tried(0, 0);
        tried(0, 0);
        tried(0, 20);
        assertThat(told).containsExactly("alarm at 1.0, PT0S", "recovered", "alarm at 1.0, PT0S");
    }

    @Test
    void a_note_that_is_too_old_is_an_alarm_until_it_is_gone() {
        oldest(MINUTE);
        assertThat(told).isEmpty();
        oldest(MINUTE.plusMillis(1));
        oldest(MINUTE.plusMillis(2));
        tried(1, 0);
        assertThat(told).containsExactly("alarm at 0.0, PT1M0.001S", "recovered");
    }

    @Test
    void it_recovers_when_neither_the_rate_nor_the_age_is_too_high() {
        tried(0, 20);
        oldest(MINUTE.plusMillis(1));
        clock.passes(Duration.ofMinutes(6));
        oldest(MINUTE.plusMillis(1));
        assertThat(told).containsExactly("alarm at 1.0, PT0S");
        oldest(Duration.ZERO);
        assertThat(told).endsWith("recovered").hasSize(2);
    }

    @Test
    void a_rate_that_stays_near_the_bound_is_one_alarm_until_it_is_at_half_of_it() {
        tried(94, 6);
        tried(40, 0);
        tried(0, 2);
        assertThat(told).hasSize(1);
        tried(200, 0);
        assertThat(told).hasSize(2).endsWith("recovered");
    }

    @Test
    void an_age_that_stays_near_the_bound_is_one_alarm_until_it_is_at_half_of_it() {
        oldest(MINUTE.plusMillis(1));
        oldest(Duration.ofSeconds(31));
        assertThat(told).hasSize(1);
        oldest(Duration.ofSeconds(30));
        assertThat(told).hasSize(2).endsWith("recovered");
    }

    @Test
    void a_row_is_reported_at_its_fifth_failure_only_whatever_the_listener_throws() {
        for (int attempts = 1; attempts < 8; attempts++) {
            RowFailure row = new RowFailure(
                    "guest", List.of("id"), attempts, new InvalidValueException("does not fit"), List.of("1"));
            report.finished(new RoundResult(1, 1, 0, 1, List.of(row), Optional.empty()));
        }
        assertThat(told).containsExactly("row failed 5 times");
        assertThat(report.stats().failed()).isEqualTo(7);
    }
}
