// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.server.Here;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes the embedded server for one that was there before. */
class ExternalServerTest {
    private static final String URL = "dualbase.test.url";

    @BeforeEach
    void need() {
        HerePostgrest.require();
    }

    @AfterEach
    void forgetServer() {
        PostgresServers.shared(ServerKind.EXTERNAL).close();
        System.clearProperty(URL);
    }

    @Test
    void is_served_as_its_user() throws Exception {
        try (TestDatabase database = external("postgres");
                PostgrestServer server = PostgrestServer.start(database)) {
            assertThat(Rest.get(server, "/notes").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void is_refused_when_its_user_is_no_superuser() throws Exception {
        external("postgres").close(); // leaves a template that is not of the other user
        forgetServer();
        try (TestDatabase any = Here.embedded().createDatabase(SchemaSource.none())) {
            Rest.run(any, "DROP ROLE IF EXISTS modest");
            Rest.run(any, "CREATE ROLE modest LOGIN CREATEDB");
            try (TestDatabase database = external("modest")) {
                assertThatThrownBy(() -> PostgrestServer.start(database))
                        .isInstanceOf(TestServerException.class)
                        .hasMessageContaining("modest on the external PostgreSQL 18 is none: set dualbase.test.user");
            } finally {
                Rest.run(any, "DROP ROLE modest");
            }
        }
    }

    private static TestDatabase external(String user) {
        System.setProperty(URL, Here.embedded().jdbcUrl("postgres") + "?password=it's&user=" + user);
        return PostgresServers.shared(ServerKind.EXTERNAL).createDatabase(SchemaSource.migrations("small-schema"));
    }
}
