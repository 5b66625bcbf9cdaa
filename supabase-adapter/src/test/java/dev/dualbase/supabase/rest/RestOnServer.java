// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.supabase.SupabaseFunctions;
import dev.dualbase.testkit.contract.ContractSchema;
import dev.dualbase.testkit.postgrest.PostgrestOptions;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/** A REST backend over a PostgREST on a database of its own. */
record RestOnServer(TestDatabase database, PostgrestServer server, SupabaseRestBackend backend)
        implements AutoCloseable {

    /** One with the contract's tables and the functions of this module. */
    static RestOnServer withFunctions(ServerKind kind) {
        String script = ContractSchema.script() + SupabaseFunctions.script();
        return of(kind, SchemaSource.script("the contract with functions", script));
    }

    /** One with the contract's tables. */
    static RestOnServer of(ServerKind kind) {
        return of(kind, ContractSchema.source());
    }

    /** Where a server is missing, the tests are skipped with the reason, or fail where CI is set. */
    static RestOnServer of(ServerKind kind, SchemaSource schema) {
        return of(kind, schema, PostgrestOptions.defaults());
    }

    /** The same with a PostgREST of other settings. */
    static RestOnServer of(ServerKind kind, SchemaSource schema, PostgrestOptions options) {
        try {
            PostgrestServer.require();
            TestDatabase database = PostgresServers.shared(kind).createDatabase(schema);
            PostgrestServer server = PostgrestServer.start(database, options);
            SupabaseRestBackend backend = new SupabaseRestBuilder(server.url(), server.key("service_role")).build();
            return new RestOnServer(database, server, backend);
        } catch (TestServerException absent) {
            if (System.getenv("CI") == null) {
                Assumptions.abort(absent.getMessage());
            }
            throw absent;
        }
    }

    /** A backend whose server's port nobody listens on. */
    static Backend unreachable() {
        return new SupabaseRestBuilder("http://127.0.0.1:1", "no-server-no-key")
                .id("unreachable")
                .connectTimeout(Duration.ofMillis(250))
                .retry(RetryPolicy.none())
                .build();
    }

    @Override
    public void close() {
        backend.close();
        server.close();
        database.close();
    }
}
