// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.PoolListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        ServerPooling pooling,
        List<String> replicas,
        Duration replicaWait,
        Optional<String> tenantSetting) {

    /** Nobody should wait long for a replica that does not answer: the primary does. */
    private static final Duration REPLICA_CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** The settings of the replicas' pools. */
    List<JdbcSettings> ofReplicas() {
        return IntStream.range(0, replicas.size()).mapToObj(this::ofReplica).toList();
    }

    private JdbcSettings ofReplica(int index) {
        boolean longer = connectTimeout.compareTo(REPLICA_CONNECT_TIMEOUT) > 0;
        return new JdbcSettings(
                id + "-replica-" + (index + 1),
                replicas.get(index),
                user,
                password,
                schema,
                driverProperties,
                maxConnections,
                longer ? REPLICA_CONNECT_TIMEOUT : connectTimeout,
                statementTimeout,
                maxLifetime,
                closeTimeout,
                leakThreshold,
                poolListener,
                pooling,
                List.of(),
                replicaWait,
                tenantSetting);
    }

    /** Everything but the password, and of the URL nothing either, because it may hold one. */
    @Override
    public String toString() {
        return "JdbcSettings[id=" + id + ", schema=" + schema.orElse("as generated") + ", maxConnections="
                + maxConnections + ", connectTimeout=" + connectTimeout + ", statementTimeout=" + statementTimeout
                + ", maxLifetime=" + maxLifetime + ", pooling=" + pooling + ", replicas=" + replicas.size() + "]";
    }
}
