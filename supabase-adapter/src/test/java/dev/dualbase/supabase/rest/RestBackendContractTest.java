// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.contract.BackendContract;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over PostgREST on embedded PostgreSQL 18. */
class RestBackendContractTest extends BackendContract {
    private static RestOnServer rest;

    @BeforeAll
    static void open() {
        rest = RestOnServer.withFunctions(ServerKind.EMBEDDED);
    }

    @AfterAll
    static void close() {
        if (rest != null) {
            rest.close();
        }
    }

    @Override
    protected String title() {
        return "REST, PostgreSQL 18";
    }

    @Override
    protected Backend backend() {
        return rest.backend();
    }

    @Override
    protected Backend unreachableBackend() {
        return RestOnServer.unreachable();
    }
}
