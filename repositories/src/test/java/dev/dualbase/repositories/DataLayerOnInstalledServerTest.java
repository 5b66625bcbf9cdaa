// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.server.ServerKind;

/** The data layer over JDBC on the PostgreSQL that is installed on the machine. */
class DataLayerOnInstalledServerTest extends DataLayerContract {

    @Override
    String title() {
        return "JDBC, PostgreSQL 15";
    }

    @Override
    SalonOnServer open() {
        return SalonOnServer.jdbc(ServerKind.NATIVE);
    }
}
