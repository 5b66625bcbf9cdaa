// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.PoolListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a {@link JdbcBackend} was built with. */
record JdbcSettings(
        String id,
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> schema,
        Map<String, String> driverProperties,
        int maxConnections,
        Duration connectTimeout,
        Duration statementTimeout,
        Duration maxLifetime,
        Duration closeTimeout,
        Duration leakThreshold,
        PoolListener poolListener,
        ServerPooling pooling) {

    /** Everything but the password, and of the URL nothing either, because it may hold one. */
    @Override
    public String toString() {
        return "JdbcSettings[id=" + id + ", schema=" + schema.orElse("as generated") + ", maxConnections="
                + maxConnections + ", connectTimeout=" + connectTimeout + ", statementTimeout=" + statementTimeout
                + ", maxLifetime=" + maxLifetime + ", pooling=" + pooling + "]";
    }
}
