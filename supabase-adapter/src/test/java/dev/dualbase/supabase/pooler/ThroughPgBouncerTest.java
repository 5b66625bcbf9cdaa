// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.SslMode;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.net.URI;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThroughPgBouncerTest {

    @ParameterizedTest
    @EnumSource(
            value = PoolerMode.class,
            names = {"SESSION", "TRANSACTION"})
    void a_mode_of_the_pooler_fits_a_pooler_in_that_mode(PoolerMode mode) {
        PoolMode server = PoolMode.valueOf(mode.name());
        try (TestDatabase database = PostgresServers.shared().createDatabase(SchemaSource.none());
                PgBouncerServer pooler = pooler(database, server);
                JdbcBackend backend = backend(mode, pooler)) {
            assertThat(backend.health().reachable()).isTrue();
            assertThat(backend.inTransaction(TransactionOptions.defaults().asReadOnly(), () -> "done"))
                    .isEqualTo("done");
        }
    }

    private static JdbcBackend backend(PoolerMode mode, PgBouncerServer pooler) {
        URI address = URI.create(pooler.jdbcUrl().substring("jdbc:".length()));
        return SupabasePooler.builder(mode)
                .host(address.getHost())
                .port(address.getPort())
                .database(pooler.database().name())
                .user(pooler.database().user())
                .password("any")
                .sslMode(SslMode.DISABLE)
                .build();
    }

    private static PgBouncerServer pooler(TestDatabase database, PoolMode mode) {
        try {
            return PgBouncerServer.start(database, mode, 2);
        } catch (TestServerException absent) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(absent.getMessage());
            }
            throw absent;
        }
    }
}
