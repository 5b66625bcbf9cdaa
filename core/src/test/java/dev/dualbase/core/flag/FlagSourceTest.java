// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Sources without a file. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlagSourceTest {

    @Test
    void a_flag_that_is_not_set_or_blank_is_missing() {
        FlagSource source = FlagSource.fixed(Map.of("A", " true ", "B", "  "));
        assertThat(source.values(List.of("A", "B", "C"))).containsExactly(Map.entry("A", "true"));
    }

    @Test
    void the_environment_is_read() {
        Map.Entry<String, String> any = System.getenv().entrySet().stream()
                .filter(variable -> !variable.getValue().isBlank())
                .findFirst()
                .orElseThrow();
        assertThat(FlagSource.environment().values(List.of(any.getKey(), "NO_SUCH_VARIABLE")))
                .containsExactly(Map.entry(any.getKey(), any.getValue().strip()));
    }

    @Test
    void system_properties_are_read_again_each_time() {
        FlagSource source = FlagSource.systemProperties();
        String name = "dualbase.test.flag";
        assertThat(source.values(List.of(name))).isEmpty();
        System.setProperty(name, "true");
        try {
            assertThat(source.values(List.of(name))).containsEntry(name, "true");
        } finally {
            System.clearProperty(name);
        }
        assertThat(source.values(List.of(name))).isEmpty();
    }

    @Test
    void of_several_sources_the_first_that_has_a_flag_counts() {
        FlagSource source = FlagSource.firstOf(
                FlagSource.fixed(Map.of("A", "1", "B", " ")), FlagSource.fixed(Map.of("A", "2", "B", "2", "C", "2")));
        assertThat(source.values(List.of("A", "B", "C", "D")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "2", "C", "2"));
    }
}
