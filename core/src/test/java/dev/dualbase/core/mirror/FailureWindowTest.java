// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureWindowTest {
    private static final Duration LENGTH = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final FailureWindow window = new FailureWindow(LENGTH, clock);

    @Test
    void without_attempts_nothing_fails() {
        assertThat(window.tried()).isZero();
        assertThat(window.rate()).isZero();
    }

    @Test
    void the_rate_is_of_all_attempts_within_the_window() {
        window.add(3, 1);
        clock.passes(Duration.ofSeconds(10));
        window.add(5, 1);
        assertThat(window.tried()).isEqualTo(10);
        assertThat(window.rate()).isEqualTo(0.2);
    }

    @Test
    void attempts_of_one_moment_add_up() {
        window.add(1, 0);
        window.add(0, 1);
        assertThat(window.tried()).isEqualTo(2);
        assertThat(window.rate()).isEqualTo(0.5);
    }

    @Test
    void an_attempt_counts_for_nineteen_twentieths_of_the_window_and_not_longer_than_the_window() {
        window.add(0, 7);
        clock.passes(Duration.ofSeconds(19));
        assertThat(window.tried()).isEqualTo(7);
        clock.passes(Duration.ofSeconds(1));
        assertThat(window.tried()).isZero();
        assertThat(window.rate()).isZero();
    }

    @Test
    void what_is_old_goes_bit_by_bit() {
        for (int second = 0; second < 60; second++) {
            window.add(1, second < 30 ? 1 : 0);
            clock.passes(Duration.ofSeconds(1));
        }
        assertThat(window.rate()).isZero();
        assertThat(window.tried()).isEqualTo(19);
    }

    @Test
    void a_window_of_a_few_milliseconds_works_too() {
        FailureWindow tiny = new FailureWindow(Duration.ofMillis(1), clock);
        tiny.add(1, 1);
        assertThat(tiny.rate()).isEqualTo(0.5);
        clock.passes(Duration.ofMillis(20));
        assertThat(tiny.tried()).isZero();
    }
}
