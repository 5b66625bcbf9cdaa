// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connection of one read: to the first replica that is there and not behind, or else to the primary. */
final class ReplicaChoice implements Connections {

    private final ConnectionPool primary;
    private final List<Replica> replicas;
    private final Supplier<Optional<String>> position;
    private final Duration patience;
    private @Nullable Replica chosen;

    /**
     * A choice.
     *
     * @param replicas in the order in which they are tried
     * @param position how far a replica must be
     * @param patience how long to wait until one is
     */
    ReplicaChoice(
            ConnectionPool primary, List<Replica> replicas, Supplier<Optional<String>> position, Duration patience) {
        this.primary = primary;
        this.replicas = replicas;
        this.position = position;
        this.patience = patience;
    }

    @Override
    public Connection lease() {
        List<Replica> candidates = replicas.stream().filter(Replica::mayBeTried).toList();
        if (!candidates.isEmpty()) {
            Optional<String> behind = position.get();
            long deadline = System.nanoTime() + patience.toNanos();
            for (Replica replica : candidates) {
                Optional<Connection> connection = lease(replica, behind, deadline);
                if (connection.isPresent()) {
                    chosen = replica;
                    return connection.get();
                }
            }
        }
        chosen = null;
        return primary.lease();
    }

    private static Optional<Connection> lease(Replica replica, Optional<String> position, long deadline) {
        try {
            return replica.lease(position, deadline);
        } catch (ConnectionFailureException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            restIfLost(replica, failure);
            return Optional.empty();
        } catch (AccessDeniedException | SchemaMismatchException refusal) {
            // it lets nobody in by this user or into this database
            replica.rest();
            return Optional.empty();
        }
    }

    /** A replica whose pool is full is not away. */
    private static void restIfLost(Replica replica, StorageException failure) {
        if (SqlStates.isConnectionLost(failure.sqlState().orElse(null))) {
            replica.rest();
        }
    }

    /**
     * Whether a failure of the read is that of a replica, so that the primary can do better: it is lost, or it ended the read
     * because it had to go on replaying.
     */
    boolean isBlamed(StorageException failure) {
        Replica replica = chosen;
        if (replica == null || Thread.currentThread().isInterrupted()) {
            return false;
        }
        restIfLost(replica, failure);
        return true;
    }

    private Connections source() {
        Replica replica = chosen;
        return replica == null ? primary : replica.pool();
    }

    @Override
    public void release(Connection connection, boolean broken) {
        source().release(connection, broken);
    }

    @Override
    public void evictAll() {
        source().evictAll();
    }
}
