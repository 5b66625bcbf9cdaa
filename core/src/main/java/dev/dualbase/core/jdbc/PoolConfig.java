// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;

/** HikariCP by our settings. */
final class PoolConfig {

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    private PoolConfig() {}

    static HikariConfig of(JdbcSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("dualbase-" + settings.id());
        config.setMaximumPoolSize(settings.maxConnections());
        config.setMinimumIdle(0);
        long connectMillis = settings.connectTimeout().toMillis();
        config.setConnectionTimeout(connectMillis);
        config.setValidationTimeout(Math.min(config.getValidationTimeout(), connectMillis));
        config.setMaxLifetime(settings.maxLifetime().toMillis());
        config.setIdleTimeout(
                Math.min(IDLE_TIMEOUT.toMillis(), settings.maxLifetime().toMillis()));
        StatementTimeout.afterConnecting(settings).ifPresent(config::setConnectionInitSql);
        config.setExceptionOverride(new NoOpinion());
        // a host may start before its database: the first call finds out
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /**
     * Leaves it to us when a connection is thrown away. HikariCP's own rule does so at 0A000 too, in the middle of a
     * transaction; it logs what the server said; and what follows then fails without a SQLSTATE.
     */
    private static final class NoOpinion implements SQLExceptionOverride {

        @java.lang.Override // Override alone is the answer
        public Override adjudicate(SQLException failure) {
            return Override.DO_NOT_EVICT;
        }
    }
}
