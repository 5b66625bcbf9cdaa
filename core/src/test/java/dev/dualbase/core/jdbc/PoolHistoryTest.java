// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.PoolListener;
import dev.dualbase.core.backend.PoolPeriod;
import dev.dualbase.core.backend.PoolStats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolHistoryTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMillis(1500);

    private Instant now = BEGIN;
    private final List<PoolPeriod> alarms = new ArrayList<>();
    private final PoolHistory history = history((backend, stats, period) -> alarms.add(period));

    private PoolHistory history(PoolListener listener) {
        return new PoolHistory("main", () -> now, listener);
    }

    private static PoolStats stats(int active, int waiting) {
        return new PoolStats(active, 0, waiting, 3);
    }

    private void busy(Duration waited) {
        history.add(stats(3, 1), waited, false, true);
    }

    @Test
    void what_happens_within_ten_seconds_is_one_period() {
        history.add(stats(1, 0), Duration.ZERO, false, false);
        now = now.plusSeconds(9);
        history.add(stats(3, 2), SHORT, false, true);
        history.add(stats(2, 0), LONG, true, true);
        assertThat(history.periods()).containsExactly(new PoolPeriod(BEGIN, 3, 1, 3, 3, SHORT.plus(LONG), LONG));
    }

    @Test
    void the_next_ten_seconds_are_the_next_period_and_quiet_ones_are_left_out() {
        history.add(stats(1, 0), Duration.ZERO, false, false);
        now = now.plusSeconds(10);
        history.add(stats(1, 0), Duration.ZERO, false, false);
        now = now.plusSeconds(3600);
        history.add(stats(1, 0), Duration.ZERO, false, false);
        assertThat(history.periods())
                .extracting(PoolPeriod::begin)
                .containsExactly(BEGIN, BEGIN.plusSeconds(10), BEGIN.plusSeconds(3610));
    }

    @Test
    void no_more_than_an_hour_of_periods_is_kept() {
        for (int i = 0; i < 1000; i++) {
            history.add(stats(1, 0), Duration.ZERO, false, false);
            now = now.plusSeconds(10);
        }
        assertThat(history.periods()).hasSize(360);
        assertThat(history.periods().get(359).begin()).isEqualTo(now.minusSeconds(10));
    }

    @Test
    void a_full_pool_whose_callers_hardly_wait_is_well() {
        for (int i = 0; i < 1000; i++) {
            busy(SHORT);
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_long_wait_for_a_pool_that_was_not_full_is_none_of_its_doing() {
        history.add(stats(3, 0), LONG, false, false);
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_long_wait_and_one_in_vain_raise_the_alarm() {
        busy(LONG);
        assertThat(alarms).hasSize(1);
        now = now.plus(PoolHistory.SILENCE);
        history.add(stats(3, 1), SHORT, true, true);
        assertThat(alarms).hasSize(2);
    }

    @Test
    void the_alarm_is_not_repeated_within_five_minutes() {
        for (int i = 0; i < 299; i++) {
            busy(LONG);
            now = now.plusSeconds(1);
        }
        assertThat(alarms).hasSize(1);
        now = now.plusSeconds(1);
        busy(LONG);
        assertThat(alarms).hasSize(2);
    }

    @Test
    void a_listener_that_throws_does_no_harm() {
        PoolHistory told = history((backend, stats, period) -> {
            throw new IllegalStateException("a listener");
        });
        told.add(stats(3, 1), LONG, false, true);
        assertThat(told.periods()).hasSize(1);
    }
}
