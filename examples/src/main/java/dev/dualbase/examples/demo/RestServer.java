// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.supabase.SupabaseBackends;
import dev.dualbase.supabase.rest.SupabaseRestBackend;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;

/** PostgREST over a second database of the embedded server, with the salon's schema and the functions for atomic writes. */
final class RestServer implements AutoCloseable {

    private final TestDatabase database;
    private final PostgrestServer server;

    private RestServer(TestDatabase database, PostgrestServer server) {
        this.database = database;
        this.server = server;
    }

    /** This machine has no PostgREST. */
    static final class Absent extends Exception {

        private static final long serialVersionUID = 1;

        Absent(TestServerException reason) {
            super(String.valueOf(reason.getMessage()).lines().findFirst().orElse("PostgREST is missing"), reason);
        }
    }

    /**
     * Starts one.
     *
     * @throws Absent if it is not to be had
     */
    static RestServer start() throws Absent {
        try {
            PostgrestServer.require();
        } catch (TestServerException missing) {
            throw new Absent(missing);
        }
        TestDatabase database = PostgresServers.shared()
                .createDatabase(SchemaSource.migrations("classpath:db/migration", "classpath:db/supabase"));
        try {
            return new RestServer(database, PostgrestServer.start(database));
        } catch (TestServerException failure) {
            database.close();
            throw failure;
        }
    }

    String title() {
        return server.toString();
    }

    SupabaseRestBackend backend() {
        return SupabaseBackends.rest(server.url(), server.key("service_role"));
    }

    void stop() {
        server.stop();
    }

    void restart() {
        server.start();
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
