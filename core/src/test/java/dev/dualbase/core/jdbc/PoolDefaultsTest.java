// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What holds where nothing is said: a managed server ends sessions that are idle for 15 minutes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolDefaultsTest {

    private static final Duration OF_THE_SERVER = Duration.ofMinutes(15);

    private final JdbcBackendBuilder builder =
            JdbcBackend.builder("defaults").url("jdbc:postgresql://db.example.com/salon");

    private HikariConfig pool() {
        return PoolConfig.of(builder.settings());
    }

    @Test
    void three_connections_at_most_and_none_that_is_kept_idle() {
        assertThat(pool().getMaximumPoolSize()).isEqualTo(3);
        assertThat(pool().getMinimumIdle()).isZero();
    }

    @Test
    void a_connection_ends_before_the_server_ends_it() {
        assertThat(pool().getMaxLifetime()).isEqualTo(Duration.ofMinutes(10).toMillis());
        assertThat(pool().getIdleTimeout()).isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(pool().getMaxLifetime()).isLessThan(OF_THE_SERVER.toMillis());
    }

    @Test
    void none_is_idle_for_longer_than_it_lives() {
        builder.maxLifetime(Duration.ofMinutes(1));
        assertThat(pool().getIdleTimeout()).isEqualTo(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void ten_seconds_to_connect_and_thirty_for_a_statement() {
        assertThat(pool().getConnectionTimeout()).isEqualTo(10_000);
        PGSimpleDataSource driver = DriverSource.of(builder.settings());
        assertThat(driver.getConnectTimeout()).isEqualTo(10);
        assertThat(driver.getOptions()).isEqualTo("-c statement_timeout=30000");
        assertThat(driver.getSocketTimeout()).isEqualTo(35);
    }
}
