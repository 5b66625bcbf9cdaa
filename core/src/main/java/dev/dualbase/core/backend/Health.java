// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.schema.SchemaDifference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a backend is. Asking never throws: what would be thrown is part of the answer.
 *
 * @param latency how long the answer took
 * @param server what the server said of itself, empty if it did not answer
 * @param pool its connections, if it has a pool
 * @param failure why something could not be asked, empty if all of it was answered
 * @param differences what the schema has and the code does not expect, or the other way round, where that was asked
 */
public record Health(
        Duration latency,
        Optional<ServerInfo> server,
        Optional<PoolStats> pool,
        Optional<StorageException> failure,
        List<SchemaDifference> differences) {

    /** What to make of it. */
    public enum Status {
        /** The server answered, and all is well. */
        HEALTHY,
        /** The server answered that something is wrong, or has not the schema that the code needs. */
        UNHEALTHY,
        /** There was no answer in time, no connection, or the caller was interrupted: nothing is known of the server. */
        UNKNOWN
    }

    /** Copies the list. */
    public Health {
        differences = List.copyOf(differences);
    }

    /** The answer of a server that is well. */
    public static Health answered(Duration latency, ServerInfo server, Optional<PoolStats> pool) {
        return new Health(latency, Optional.of(server), pool, Optional.empty(), List.of());
    }

    /** A failure instead of an answer. */
    public static Health failed(Duration latency, StorageException failure, Optional<PoolStats> pool) {
        return new Health(latency, Optional.empty(), pool, Optional.of(failure), List.of());
    }

    /** Whether the server answered. */
    public boolean reachable() {
        return server.isPresent();
    }

    /** The version the server gave, empty if it did not answer. */
    public Optional<String> serverVersion() {
        return server.map(ServerInfo::version);
    }

    /** What to make of it. A pool without a free connection is no illness: see {@link PoolListener}. */
    public Status status() {
        if (failure.isPresent()) {
            return isAnswer(failure.get()) ? Status.UNHEALTHY : Status.UNKNOWN;
        }
        boolean fits = differences.stream().noneMatch(each -> each.kind().fatal());
        return reachable() && fits ? Status.HEALTHY : Status.UNHEALTHY;
    }

    /** Class 08 is what a client says when it hears nothing; without a code it was not the server who spoke. */
    private static boolean isAnswer(StorageException failure) {
        return failure.sqlState().filter(state -> !state.startsWith("08")).isPresent();
    }
}
