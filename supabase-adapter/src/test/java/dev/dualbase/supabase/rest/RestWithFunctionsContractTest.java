// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.contract.BackendContract;
import dev.dualbase.testkit.server.ServerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over PostgREST on a database that has the functions of this module. */
class RestWithFunctionsContractTest extends BackendContract {
    private static RestOnServer rest;

    @BeforeAll
    static void open() {
        rest = RestOnServer.of(ServerKind.EMBEDDED, new ContractSchemaWithFunctions());
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

    @Override
    protected Backend unreachableBackend() {
        return RestOnServer.unreachable();
    }
}
