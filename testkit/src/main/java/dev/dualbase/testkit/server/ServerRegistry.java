// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of a JVM: at most one of each kind, started when somebody first asks. */
final class ServerRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServers.class);

    private final Function<ServerKind, ServerSource> sources;
    private final Map<ServerKind, RunningServer> running = new EnumMap<>(ServerKind.class);
    private final Set<RunningServer> aside = new HashSet<>();
    private final Map<ServerKind, String> refusals = new EnumMap<>(ServerKind.class);

    ServerRegistry(Function<ServerKind, ServerSource> sources) {
        this.sources = sources;
    }

    /** The first that is to be had, in the declared order. */
    synchronized PostgresServer first() {
        for (ServerKind kind : ServerKind.values()) {
            if (!refusals.containsKey(kind)) {
                try {
                    return start(kind);
                } catch (ServerRefusedException e) {
                    refusals.put(kind, e.reason());
                }
            }
        }
        throw new TestServerException("No PostgreSQL for tests. Do one of these:" + remedies());
    }

    /** This one or none. */
    synchronized PostgresServer of(ServerKind kind) {
        try {
            return start(kind);
        } catch (ServerRefusedException e) {
            throw none(kind, e);
        }
    }

    /** One more, which is not shared. */
    PostgresServer aside(ServerKind kind, ServerSource source) {
        try {
            RunningServer server = RunningServer.at(kind, source.start(), this::forget);
            keep(server);
            return server;
        } catch (ServerRefusedException e) {
            throw none(kind, e);
        }
    }

    private static TestServerException none(ServerKind kind, ServerRefusedException refusal) {
        return new TestServerException(
                "No " + kind.label() + " PostgreSQL for tests (" + refusal.reason() + "): " + kind.remedy(), refusal);
    }

    void closeAll() {
        running().forEach(PostgresServer::close);
    }

    /** All but those with databases that somebody wants to look at. */
    void closeUnneeded() {
        running().stream().filter(server -> !server.holdsKept()).forEach(PostgresServer::close);
    }

    /** What {@link #first} found wrong with the kinds it passed over. */
    synchronized String refusals() {
        return refusals.entrySet().stream()
                .map(refusal -> "; " + refusal.getKey().label() + " refused: " + refusal.getValue())
                .collect(Collectors.joining());
    }

    private RunningServer start(ServerKind kind) throws ServerRefusedException {
        @Nullable RunningServer known = running.get(kind);
        if (known != null) {
            return known;
        }
        RunningServer server = RunningServer.at(kind, sources.apply(kind).start(), this::forget);
        running.put(kind, server);
        LOG.info("Tests use {}{}", server, refusals());
        return server;
    }

    private synchronized List<RunningServer> running() {
        return Stream.concat(running.values().stream(), aside.stream()).toList();
    }

    private synchronized void keep(RunningServer server) {
        aside.add(server);
    }

    private synchronized void forget(RunningServer server) {
        running.values().remove(server);
        aside.remove(server);
    }

    private String remedies() {
        return refusals.entrySet().stream()
                .map(refusal -> "\n- " + refusal.getKey().remedy() + " (" + refusal.getValue() + ")")
                .collect(Collectors.joining());
    }
}
