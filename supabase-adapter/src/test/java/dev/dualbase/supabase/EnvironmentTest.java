// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.supabase.rest.SupabaseRestBackend;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnvironmentTest {
    private static SupabaseRestBackend open(Map<String, String> environment) {
        return SupabaseBackends.restFromEnvironment(environment::get);
    }

    @Test
    void url_and_key_are_enough() {
        try (SupabaseRestBackend backend =
                open(Map.of("SUPABASE_URL", "https://abc.supabase.co", "SUPABASE_KEY", "sb_secret_x"))) {
            assertThat(backend.toString()).contains("abc.supabase.co").doesNotContain("sb_secret_x");
        }
    }

    @Test
    void what_is_missing_is_named_together() {
        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("SUPABASE_URL")
                .hasMessageContaining("SUPABASE_KEY");
        assertThatThrownBy(() -> open(Map.of("SUPABASE_URL", " ", "SUPABASE_KEY", "k")))
                .hasMessageContaining("SUPABASE_URL")
                .hasMessageNotContaining("SUPABASE_KEY");
    }

    @Test
    void what_is_wrong_is_told_together_and_without_the_key() {
        assertThatThrownBy(() -> open(Map.of("SUPABASE_URL", "abc.supabase.co", "SUPABASE_KEY", "s3cr3t key")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("url")
                .hasMessageContaining("key")
                .hasMessageNotContaining("s3cr3t");
    }
}
