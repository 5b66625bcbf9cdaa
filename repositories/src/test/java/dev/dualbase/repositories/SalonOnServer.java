// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.supabase.rest.SupabaseRestBuilder;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * A backend on a database of its own with the salon schema. Where a server is missing, the tests are skipped with the
 * reason, or fail where CI is set.
 *
 * @param before what stands between the backend and the database
 * @param dead a backend of the same kind whose server does not answer
 */
record SalonOnServer(TestDatabase database, AutoCloseable before, Backend backend, Backend dead)
        implements AutoCloseable {

    private static final int SESSIONS = 4;

    static SalonOnServer jdbc(ServerKind kind) {
        return orSkipped(() -> {
            TestDatabase database = database(kind, "classpath:db/migration");
            return new SalonOnServer(
                    database,
                    () -> {},
                    jdbc(database, database.jdbcUrl()).build(),
                    BackendOfRun.deadJdbc().build());
        });
    }

    /** Through a PgBouncer that changes sessions between transactions. */
    static SalonOnServer throughPgBouncer() {
        return orSkipped(() -> {
            TestDatabase database = database(ServerKind.EMBEDDED, "classpath:db/migration");
            PgBouncerServer pooler = PgBouncerServer.start(database, PoolMode.TRANSACTION, SESSIONS);
            return new SalonOnServer(
                    database,
                    pooler,
                    jdbc(database, pooler.jdbcUrl())
                            .pooling(ServerPooling.TRANSACTION)
                            .build(),
                    BackendOfRun.deadJdbc().pooling(ServerPooling.TRANSACTION).build());
        });
    }

    /** With the functions of the adapter. */
    static SalonOnServer rest(ServerKind kind) {
        return orSkipped(() -> rest(database(kind, "classpath:db/migration", "classpath:db/supabase")));
    }

    static SalonOnServer restWithoutFunctions() {
        return orSkipped(() -> rest(database(ServerKind.EMBEDDED, "classpath:db/migration")));
    }

    private static SalonOnServer rest(TestDatabase database) {
        PostgrestServer server = PostgrestServer.start(database);
        return new SalonOnServer(
                database,
                server,
                new SupabaseRestBuilder(server.url(), server.key("service_role")).build(),
                BackendOfRun.deadRest());
    }

    private static JdbcBackendBuilder jdbc(TestDatabase database, String url) {
        return JdbcBackend.builder("salon").url(url).credentials(database.user(), database.password());
    }

    private static TestDatabase database(ServerKind kind, String... migrations) {
        return PostgresServers.shared(kind).createDatabase(SchemaSource.migrations(migrations));
    }

    private static SalonOnServer orSkipped(Supplier<SalonOnServer> open) {
        try {
            return open.get();
        } catch (TestServerException absent) {
            Assumptions.assumeTrue(System.getenv("CI") != null, absent::getMessage);
            throw absent;
        }
    }

    @Override
    public void close() {
        dead.close();
        backend.close();
        try {
            before.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        database.close();
    }
}
