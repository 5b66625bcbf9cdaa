// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.supabase.SupabaseFunctions;
import dev.dualbase.testkit.generative.GenerativeContract;
import dev.dualbase.testkit.generative.RandomSchema;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** JDBC and REST against the model, on embedded PostgreSQL 18. */
class RestGenerativeTest extends GenerativeContract {
    private static final RandomSchema SCHEMA = RandomSchema.ofRun();

    private static RestOnServer rest;
    private static JdbcBackend jdbc;

    @BeforeAll
    static void open() {
        String script = SCHEMA.script() + SupabaseFunctions.script();
        rest = RestOnServer.of(ServerKind.EMBEDDED, SchemaSource.script("random tables with functions", script));
        jdbc = JdbcBackend.builder("jdbc")
                .url(rest.database().jdbcUrl())
                .credentials(rest.database().user(), rest.database().password())
                .build();
    }

    @AfterAll
    static void close() {
        if (jdbc != null) {
            jdbc.close();
        }
        if (rest != null) {
            rest.close();
        }
    }

    @Override
    protected RandomSchema schema() {
        return SCHEMA;
    }

    @Override
    protected List<Backend> backends() {
        return List.of(jdbc, rest.backend());
    }
}
