// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A server that has answered once. */
final class RunningServer implements PostgresServer {
    private final ServerKind kind;
    private final Endpoint endpoint;
    private final int majorVersion;
    private final Consumer<RunningServer> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    private RunningServer(ServerKind kind, Endpoint endpoint, int majorVersion, Consumer<RunningServer> onClose) {
        this.kind = kind;
        this.endpoint = endpoint;
        this.majorVersion = majorVersion;
        this.onClose = onClose;
    }

    static RunningServer at(ServerKind kind, Endpoint endpoint, Consumer<RunningServer> onClose) {
        try (AdminConnection admin = endpoint.admin()) {
            ExpiredClones.drop(admin, Instant.now());
            return new RunningServer(kind, endpoint, admin.majorVersion(), onClose);
        } catch (SQLException e) {
            endpoint.stop().run();
            throw new TestServerException(
                    "The " + kind.label() + " test server does not let in " + endpoint
                            + ": start it, check user and password, or remove the setting that names it",
                    e);
        }
    }

    void keep(String database) {
        kept.add(database);
    }

    /** Whether a database that somebody wants to look at is there still. */
    boolean holdsKept() {
        try (AdminConnection admin = endpoint.admin()) {
            for (String database : kept) {
                if (admin.number("SELECT count(*) FROM pg_database WHERE datname = ?", database) > 0) {
                    return true;
                }
            }
        } catch (SQLException e) {
            return false;
        }
        return false;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public String name() {
        return kind.label() + " PostgreSQL " + majorVersion;
    }

    @Override
    public ServerKind kind() {
        return kind;
    }

    @Override
    public int majorVersion() {
        return majorVersion;
    }

    @Override
    public String jdbcUrl(String database) {
        return endpoint.url().sibling(database).text();
    }

    @Override
    public String user() {
        return endpoint.user();
    }

    @Override
    public String password() {
        return endpoint.password();
    }

    @Override
    public TestDatabase createDatabase(SchemaSource schema) {
        return new Templates(this).cloneOf(schema);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
            endpoint.stop().run();
        }
    }

    @Override
    public String toString() {
        return name() + ", " + endpoint;
    }
}
