// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database and what tests use it through. Closing it ends all of that. */
final class Workspace implements AutoCloseable {
    private final TestDatabase database;
    private final JdbcBackend jdbc;
    private final WatchedBackend backend;
    private final TrackedDataSource dataSource;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean kept = new AtomicBoolean();
    private final LeakCheck leaks;

    private Workspace(TestDatabase database, int maxConnections) {
        this.database = database;
        this.jdbc = JdbcBackend.builder(database.name())
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(maxConnections)
                .build();
        this.backend = new WatchedBackend(jdbc);
        this.dataSource = new TrackedDataSource(database.dataSource(), () -> running.get() > 0);
        this.leaks = new LeakCheck(database, jdbc, backend, dataSource);
    }

    static Workspace open(Declaration declaration) {
        TestDatabase database = declaration.server().createDatabase(declaration.schema());
        return new Workspace(database, declaration.values().maxConnections());
    }

    TestDatabase database() {
        return database;
    }

    JdbcBackend jdbc() {
        return jdbc;
    }

    Backend backend() {
        return backend;
    }

    DataSource dataSource() {
        return dataSource.asDataSource();
    }

    LeakCheck leaks() {
        return leaks;
    }

    void testBegins() {
        running.incrementAndGet();
        leaks.testBegins();
    }

    /** What the test left open. Empty while others run: whose it is cannot be said then. */
    List<Leak> testEnds() {
        return running.decrementAndGet() == 0 ? leaks.betweenTests() : List.of();
    }

    /** Leaves the database on the server after the end. Returns false if that was decided before. */
    boolean keep() {
        database.keep();
        return kept.compareAndSet(false, true);
    }

    @Override
    public void close() {
        jdbc.close();
        database.close();
    }
}
