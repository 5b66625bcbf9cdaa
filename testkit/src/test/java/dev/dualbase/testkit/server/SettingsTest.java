// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes system properties, and puts them back. */
class SettingsTest {
    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void a_source_may_be_pinned() {
        PostgresServer server = Here.embedded();
        System.setProperty("dualbase.test.source", "embedded");
        assertThat(PostgresServers.shared()).isSameAs(server);
    }

    @Test
    void a_pinned_source_that_does_not_exist_is_refused() {
        System.setProperty("dualbase.test.source", "podman");
        assertThatThrownBy(PostgresServers::shared)
                .isInstanceOf(TestServerException.class)
                .hasMessage("dualbase.test.source must be external, embedded, native or docker, but it is 'podman'");
    }

    @Test
    void an_external_server_is_reached_with_user_and_password_of_its_own() throws ServerRefusedException {
        System.setProperty("dualbase.test.url", "jdbc:postgresql://db.example:5433/main?ssl=true");
        System.setProperty("dualbase.test.user", "tester");
        System.setProperty("dualbase.test.password", "secret");
        Endpoint endpoint = new ExternalSource().start();
        assertThat(endpoint.url().sibling("other").text())
                .isEqualTo("jdbc:postgresql://db.example:5433/other?ssl=true");
        assertThat(endpoint.user() + endpoint.password()).isEqualTo("testersecret");
        assertThat(endpoint).hasToString("tester at jdbc:postgresql://db.example:5433/main");
    }

    @Test
    void user_and_password_may_be_part_of_the_address() throws ServerRefusedException {
        System.setProperty("dualbase.test.url", "jdbc:postgresql://db.example/main?user=tester&password=secret");
        Endpoint endpoint = new ExternalSource().start();
        assertThat(endpoint.user() + endpoint.password()).isEqualTo("testersecret");
    }

    @Test
    void an_external_server_is_refused_without_an_address() {
        System.clearProperty("dualbase.test.url");
        assertThatThrownBy(new ExternalSource()::start).hasMessageContaining("DUALBASE_TEST_URL is set");
    }

    @Test
    void an_address_without_a_database_is_refused() {
        System.setProperty("dualbase.test.url", "jdbc:postgresql://db.example");
        assertThatThrownBy(new ExternalSource()::start).hasMessageContaining("jdbc:postgresql://host:5432/database");
    }

    @Test
    void a_server_that_is_named_and_does_not_answer_is_an_error() {
        Endpoint nobody =
                new Endpoint(DatabaseUrl.parse("jdbc:postgresql://localhost:1/main"), "tester", "secret", () -> {});
        assertThatThrownBy(() -> RunningServer.at(ServerKind.EXTERNAL, nobody, ignored -> {}))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("tester at jdbc:postgresql://localhost:1/main");
    }
}
