// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.flag.FlagReader;
import dev.dualbase.core.flag.FlagSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallLoggingTest {

    private static FlagReader flags(Map<String, String> values) {
        return FlagReader.read(FlagSource.fixed(values), CallLogging.FLAGS);
    }

    @Test
    void without_flags_calls_from_half_a_second_on_are_logged() {
        FlagReader none = flags(Map.of());
        assertThat(CallLogging.read(none)).isEqualTo(new CallLogging(false, Duration.ofMillis(500)));
        none.orThrow();
    }

    @Test
    void flags_say_whether_each_call_is_logged_and_what_slow_is() {
        FlagReader set = flags(Map.of("LOG_DATABASE_CALLS", "true", "DB_QUERY_LATENCY_THRESHOLD_MS", " 50 "));
        assertThat(CallLogging.read(set)).isEqualTo(new CallLogging(true, Duration.ofMillis(50)));
        set.orThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "soon", "99999999999"})
    void a_threshold_that_is_none_is_refused_by_name(String text) {
        FlagReader flags = flags(Map.of("DB_QUERY_LATENCY_THRESHOLD_MS", text));
        assertThat(CallLogging.read(flags)).isEqualTo(CallLogging.defaults());
        assertThatThrownBy(flags::orThrow)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("DB_QUERY_LATENCY_THRESHOLD_MS is not a whole number of milliseconds");
    }
}
