// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.fixture.Fixtures;
import dev.dualbase.testkit.fixture.ProtectedTenants;
import dev.dualbase.testkit.postgrest.PostgrestOptions;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A database and what tests use it through. Closing it ends all of that. */
final class Workspace implements AutoCloseable {
    private final TestDatabase database;
    private final Optional<PostgrestOptions> postgrestOptions;
    private final JdbcBackend jdbc;
    private final Backend opened;
    private final Backend backend;
    private final Fixtures fixtures;
    private final TrackedDataSource dataSource;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean kept = new AtomicBoolean();
    private final LeakCheck leaks;
    private @Nullable PostgrestServer postgrest;

    private Workspace(
            TestDatabase database,
            Declaration declaration,
            JdbcBackend jdbc,
            Backend opened,
            ProtectedTenants tenants) {
        this.database = database;
        this.postgrestOptions = declaration.postgrest();
        this.jdbc = jdbc;
        this.opened = opened;
        WatchedBackend watched = new WatchedBackend(opened);
        this.backend = database.server().kind() == ServerKind.EXTERNAL ? tenants.guard(watched) : watched;
        this.fixtures = Fixtures.of(backend).protecting(tenants);
        this.dataSource = new TrackedDataSource(database.dataSource(), () -> running.get() > 0);
        this.leaks = new LeakCheck(database, jdbc, watched, dataSource);
    }

    static Workspace open(Declaration declaration) {
        ProtectedTenants tenants = TestSettings.of(declaration.home()).tenants();
        TestDatabase database = declaration.server().createDatabase(declaration.schema());
        JdbcBackend jdbc = JdbcBackend.builder(database.name())
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(declaration.values().maxConnections())
                .build();
        try {
            return new Workspace(
                    database, declaration, jdbc, declaration.backend().open(database, jdbc), tenants);
        } catch (RuntimeException e) {
            jdbc.close();
            database.close();
            throw e;
        }
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

    Fixtures fixtures() {
        return fixtures;
    }

    DataSource dataSource() {
        return dataSource.asDataSource();
    }

    /** Started when somebody first asks. */
    synchronized PostgrestServer postgrest() {
        if (postgrest == null) {
            postgrest = PostgrestServer.start(
                    database,
                    postgrestOptions.orElseThrow(() ->
                            new ParameterResolutionException("The class needs the annotation @WithPostgrest too")));
        }
        return postgrest;
    }

    void testBegins() {
        running.incrementAndGet();
        leaks.testBegins();
    }

    /** What the test left open. Empty while others run: whose it is cannot be said then. */
    List<Leak> testEnds() {
        return running.decrementAndGet() == 0 ? leaks.betweenTests() : List.of();
    }

    /** What is open after the last test. The sessions of PostgREST are its own affair, and so are those behind a backend. */
    List<Leak> end() {
        if (opened != jdbc) {
            opened.close();
        }
        closePostgrest();
        return leaks.atEnd();
    }

    /** Leaves the database on the server after the end. Returns false if that was decided before. */
    boolean keep() {
        database.keep();
        return kept.compareAndSet(false, true);
    }

    @Override
    public void close() {
        opened.close();
        closePostgrest();
        jdbc.close();
        database.close();
    }

    private synchronized void closePostgrest() {
        if (postgrest != null) {
            postgrest.close();
        }
    }
}
