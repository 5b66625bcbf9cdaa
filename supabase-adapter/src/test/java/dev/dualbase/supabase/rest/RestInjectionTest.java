// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.supabase.SupabaseFunctions;
import dev.dualbase.testkit.generative.InjectionContract;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Hostile texts over REST, on embedded PostgreSQL 18. */
class RestInjectionTest extends InjectionContract {
    private static RestOnServer rest;

    @BeforeAll
    static void open() {
        String script = InjectionContract.script() + SupabaseFunctions.script();
        rest = RestOnServer.of(ServerKind.EMBEDDED, SchemaSource.script("injection with functions", script));
    }

    @AfterAll
    static void close() {
        if (rest != null) {
            rest.close();
        }
    }

    @Override
    protected Backend backend() {
        return rest.backend();
    }
}
