// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.supabase.rest.SupabaseRestBuilder;
import dev.dualbase.testkit.junit.BackendSource;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/**
 * The backend that this run of the tests is about: JDBC, or with {@code dualbase.test.backend} as {@code rest} Supabase's REST,
 * as {@code role} JDBC with the rights of a {@link ServiceRole} and under {@link RowLevelSecurity}.
 */
final class BackendOfRun implements BackendSource {

    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final String RUN = System.getProperty("dualbase.test.backend", "jdbc");
    private static final boolean REST = RUN.equals("rest");

    @Override
    public Backend open(TestDatabase database, JdbcBackend jdbc) {
        if (RUN.equals("role")) {
            return LeastPrivilege.perCompany(database).backend();
        }
        return REST ? rest(database) : jdbc;
    }

    /** REST over a database. Without a PostgREST the test is skipped with the reason, or fails where CI is set. */
    static Backend rest(TestDatabase database) {
        try {
            return new Rest(PostgrestServer.start(database));
        } catch (TestServerException absent) {
            Assumptions.assumeTrue(System.getenv("CI") != null, absent::getMessage);
            throw absent;
        }
    }

    /** One whose server does not answer. */
    static Backend dead() {
        return REST ? deadRest() : deadJdbc().build();
    }

    /** JDBC whose server does not answer. */
    static JdbcBackendBuilder deadJdbc() {
        return JdbcBackend.builder("dead")
                .url("jdbc:postgresql://127.0.0.1:1/nowhere")
                .connectTimeout(MOMENT);
    }

    /** REST whose server does not answer. */
    static Backend deadRest() {
        return new SupabaseRestBuilder("http://127.0.0.1:1", "nobody-asks-for-it")
                .id("dead")
                .connectTimeout(MOMENT)
                .retry(RetryPolicy.none())
                .build();
    }

    /** REST with its server, which ends with it. */
    private static final class Rest extends DelegatingBackend {

        private final PostgrestServer server;

        Rest(PostgrestServer server) {
            super(new SupabaseRestBuilder(server.url(), server.key("service_role")).build());
            this.server = server;
        }

        @Override
        public void close() {
            super.close();
            server.close();
        }
    }
}
