// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.contract.BackendContract;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over PostgREST on embedded PostgreSQL 18, without the functions of this module. */
class RestBackendWithoutFunctionsContractTest extends BackendContract {
    private static RestOnServer rest;

    @BeforeAll
    static void open() {
        rest = RestOnServer.of(ServerKind.EMBEDDED);
    }

    @AfterAll
    static void close() {
        if (rest != null) {
            rest.close();
        }
    }

    @Override
    protected String title() {
        return "REST without functions";
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
