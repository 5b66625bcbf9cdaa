// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class MissingServerTest {
    private static final String URL = "dualbase.test.url";

    /** A blank property hides the variable of the environment that it runs in. */
    @BeforeEach
    void hideExternalServer() {
        System.setProperty(URL, " ");
    }

    @AfterEach
    void showExternalServer() {
        System.clearProperty(URL);
    }

    @Test
    void fails_the_class_and_says_what_to_do() {
        assertThat(Run.failures(Run.samples(External.class).containerEvents()))
                .singleElement()
                .asString()
                .contains("set dualbase.test.url (or DUALBASE_TEST_URL) to a server");
    }

    @Test
    void is_replaced_by_the_next_kind_that_will_do() {
        Run.passes(1, Run.samples(ExternalOrEmbedded.class));
    }

    @PostgresTest(server = ServerKind.EXTERNAL)
    static class External {
        @Test
        void runs(TestDatabase database) {}
    }

    @PostgresTest(server = {ServerKind.EXTERNAL, ServerKind.EMBEDDED})
    static class ExternalOrEmbedded {
        @Test
        void runs(TestDatabase database) {
            assertThat(database.server().kind()).isEqualTo(ServerKind.EMBEDDED);
        }
    }

    @Test
    void skips_the_class_if_a_person_says_so_and_never_in_ci() {
        Run.samples(Map.of("dualbase.test.missing", "skip"), External.class)
                .containerEvents()
                .assertStatistics(System.getenv("CI") == null ? stats -> stats.skipped(1) : stats -> stats.failed(1));
    }

    @Test
    void is_no_reason_to_skip_where_ci_is_set() {
        assertThat(settings(Map.of(), Map.of("DUALBASE_TEST_MISSING", "skip")).skipsWithoutServer())
                .isTrue();
        assertThat(settings(Map.of(), Map.of("DUALBASE_TEST_MISSING", "skip", "CI", "true"))
                        .skipsWithoutServer())
                .isFalse();
    }

    @Test
    void a_missing_postgrest_is_a_reason_to_skip_unless_ci_is_set_or_a_person_says_so() {
        assertThat(settings(Map.of(), Map.of()).skipsWithoutPostgrest()).isTrue();
        assertThat(settings(Map.of(), Map.of("CI", "true")).skipsWithoutPostgrest())
                .isFalse();
        assertThat(settings(Map.of("dualbase.test.missing", "fail"), Map.of()).skipsWithoutPostgrest())
                .isFalse();
    }

    @Test
    void a_parameter_comes_before_the_environment() {
        assertThat(settings(Map.of("dualbase.test.keep", "always"), Map.of("DUALBASE_TEST_KEEP", "never"))
                        .keep())
                .isEqualTo(KeepPolicy.ALWAYS);
    }

    @Test
    void a_setting_that_means_nothing_is_refused_with_its_name() {
        assertThatThrownBy(() -> settings(Map.of("dualbase.test.keep", "sometimes"), Map.of()))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("dualbase.test.keep must be never, failed or always, but it is 'sometimes'");
    }

    private static TestSettings settings(Map<String, String> parameters, Map<String, String> environment) {
        return TestSettings.of(
                name -> Optional.ofNullable(parameters.get(name)), name -> Optional.ofNullable(environment.get(name)));
    }
}
