// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The primary and its replicas. */
final class Nodes implements AutoCloseable {

    private final ConnectionPool primary;
    private final List<Replica> replicas;
    private final Duration replicaWait;
    private final OwnWrites writes = new OwnWrites();
    private final AtomicInteger turn = new AtomicInteger();

    Nodes(JdbcSettings settings) {
        List<JdbcSettings> others = settings.ofReplicas();
        others.forEach(DriverSource::require);
        this.primary = new ConnectionPool(settings);
        this.replicas = others.stream()
                .map(each -> new Replica(new ConnectionPool(each)))
                .toList();
        this.replicaWait = settings.replicaWait();
    }

    ConnectionPool primary() {
        return primary;
    }

    List<Replica> replicas() {
        return replicas;
    }

    /** To be told of each write when it is over. */
    OwnWrites writes() {
        return writes;
    }

    /**
     * Runs something on the server that a preference allows, again on the primary if a replica fails.
     *
     * @param repeatable asked after a failure
     */
    <T, X extends Exception> T run(ReadPreference preference, BooleanSupplier repeatable, Call<T, X> call) throws X {
        if (!preference.allowsReplica() || replicas.isEmpty()) {
            return call.on(primary);
        }
        ReplicaChoice choice = choose(preference);
        try {
            return call.on(choice);
        } catch (ConnectionFailureException | TransactionConflictException failure) {
            if (!choice.isBlamed(failure) || !repeatable.getAsBoolean()) {
                throw failure;
            }
            return again(call, failure);
        }
    }

    private <T, X extends Exception> T again(Call<T, X> call, StorageException first) throws X {
        try {
            return call.on(primary);
        } catch (StorageException second) {
            second.addSuppressed(first);
            throw second;
        }
    }

    private ReplicaChoice choose(ReadPreference preference) {
        List<Replica> order = new ArrayList<>(replicas);
        Collections.rotate(order, Math.floorMod(turn.getAndIncrement(), order.size()));
        return new ReplicaChoice(
                primary,
                order,
                () -> preference == ReadPreference.REPLICA ? Optional.empty() : writes.position(primary),
                replicaWait);
    }

    /** Something that needs a connection. */
    interface Call<T, X extends Exception> {
        T on(Connections source) throws X;
    }

    @Override
    public void close() {
        primary.close();
        replicas.forEach(Replica::close);
    }
}
