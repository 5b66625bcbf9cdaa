// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.SslMode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimewebSettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "POSTGRES_HOST", "db.example.com",
            "POSTGRES_DATABASE", "salon",
            "POSTGRES_USER", "bot",
            "POSTGRES_PASSWORD", "marked-secret"));

    private TimewebSettings read() {
        return TimewebBackends.settingsFrom(environment);
    }

    @Test
    void what_is_not_set_has_a_safe_default() {
        TimewebSettings settings = read();

        assertThat(settings.port()).isEqualTo(5432);
        assertThat(settings.maxConnections()).isEqualTo(3);
        assertThat(settings.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(settings.schema()).isEmpty();
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        environment.remove("POSTGRES_HOST");
        environment.put("POSTGRES_PORT", "many");
        environment.put("POSTGRES_SSL_MODE", "on");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_SSL_MODE")
                .hasMessageNotContainingAny("marked-secret", "many");
    }

    @Test
    void a_root_certificate_contradicts_a_mode_that_ignores_it() {
        environment.put("POSTGRES_SSL_MODE", "require");
        environment.put("PGSSLROOTCERT", "ca.crt");

        assertThatThrownBy(this::read).hasMessageContaining("PGSSLROOTCERT has no effect");
    }

    @Test
    void the_password_is_in_no_text_form() {
        assertThat(read().toString()).doesNotContain("marked-secret");
        try (var backend = TimewebBackends.open(read())) {
            assertThat(backend.toString()).doesNotContain("marked-secret");
        }
    }
}
