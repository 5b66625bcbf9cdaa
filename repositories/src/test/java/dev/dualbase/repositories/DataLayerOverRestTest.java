// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.server.ServerKind;

/** The data layer over PostgREST on embedded PostgreSQL 18. */
class DataLayerOverRestTest extends DataLayerContract {

    @Override
    String title() {
        return "REST, PostgreSQL 18";
    }

    @Override
    SalonOnServer open() {
        return SalonOnServer.rest(ServerKind.EMBEDDED);
    }
}
