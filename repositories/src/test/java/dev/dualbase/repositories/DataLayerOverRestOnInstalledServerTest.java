// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.server.ServerKind;

/** The data layer over PostgREST on the PostgreSQL that is installed on the machine. */
class DataLayerOverRestOnInstalledServerTest extends DataLayerContract {

    @Override
    String title() {
        return "REST, PostgreSQL 15";
    }

    @Override
    SalonOnServer open() {
        return SalonOnServer.rest(ServerKind.NATIVE);
    }
}
