// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Health;
import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a replica is.
 *
 * @param health what it says of itself, with its role and its pool
 * @param inUse whether reads go to it; not for a few seconds after it was away
 * @param bytesBehind how much of the primary's log it has not replayed, empty if one of the two cannot be asked
 * @param lag how old the last transaction is that it has replayed; zero if it has replayed all, empty if that cannot be said
 */
public record ReplicaHealth(Health health, boolean inUse, Optional<Long> bytesBehind, Optional<Duration> lag) {

    private static final String END_OF_LOG = "select pg_catalog.pg_current_wal_lsn()";

    private static final String REPLAYED = """
            select greatest(pg_catalog.pg_wal_lsn_diff('%s', pg_catalog.pg_last_wal_replay_lsn()), 0)::bigint,
                   (1000 * extract(epoch from pg_catalog.now() - pg_catalog.pg_last_xact_replay_timestamp()))::bigint
            """;

    static List<ReplicaHealth> ofAll(Nodes nodes) {
        Optional<String> end = endOfLog(nodes.primary());
        return nodes.replicas().stream().map(replica -> of(replica, end)).toList();
    }

    private static Optional<String> endOfLog(ConnectionPool primary) {
        try {
            return Optional.of(primary.askBeside(END_OF_LOG, answer -> answer.getString(1)));
        } catch (StorageException unknown) {
            return Optional.empty();
        }
    }

    private static ReplicaHealth of(Replica replica, Optional<String> end) {
        Health health = replica.pool().health();
        if (!health.reachable() || end.isEmpty()) {
            return new ReplicaHealth(health, !replica.isAway(), Optional.empty(), Optional.empty());
        }
        try {
            return replica.pool().askBeside(REPLAYED.formatted(end.get()), answer -> {
                Optional<Long> behind = Optional.ofNullable(answer.getObject(1, Long.class));
                Optional<Duration> age =
                        Optional.ofNullable(answer.getObject(2, Long.class)).map(Duration::ofMillis);
                boolean level = behind.filter(bytes -> bytes == 0).isPresent();
                return new ReplicaHealth(health, !replica.isAway(), behind, level ? Optional.of(Duration.ZERO) : age);
            });
        } catch (StorageException failure) {
            return new ReplicaHealth(health, !replica.isAway(), Optional.empty(), Optional.empty());
        }
    }
}
