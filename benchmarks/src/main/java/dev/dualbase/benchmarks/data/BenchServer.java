// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;

/** The embedded PostgreSQL with the salon schema, filled, and PostgREST before it. */
public final class BenchServer implements AutoCloseable {

    private final TestDatabase postgres;
    private final PostgrestServer rest;

    private BenchServer(TestDatabase postgres, PostgrestServer rest) {
        this.postgres = postgres;
        this.rest = rest;
    }

    /** Starts both, with that many clients in the main salon and in the one beside it. */
    public static BenchServer start(int clients) {
        TestDatabase postgres = PostgresServers.shared()
                .createDatabase(SchemaSource.migrations("classpath:db/migration", "classpath:db/supabase"));
        BenchServer server = new BenchServer(postgres, PostgrestServer.start(postgres));
        SalonFill fill = new SalonFill(server.database());
        fill.salons();
        fill.clients(Salons.MAIN, clients);
        fill.clients(Salons.OTHER, clients);
        fill.context();
        return server;
    }

    /** How to reach it. */
    public Database database() {
        return new Database(
                postgres.jdbcUrl(), postgres.user(), postgres.password(), rest.url(), rest.key("service_role"));
    }

    /** Starts a PgBouncer in transaction mode before the database, with that many connections to it. */
    public PgBouncerServer pooler(int connections) {
        return PgBouncerServer.start(postgres, PoolMode.TRANSACTION, connections);
    }

    /** What they are, for people. */
    public String title() {
        return postgres.server().name() + ", PostgREST " + rest.version();
    }

    @Override
    public void close() {
        rest.close();
        postgres.close();
    }
}
