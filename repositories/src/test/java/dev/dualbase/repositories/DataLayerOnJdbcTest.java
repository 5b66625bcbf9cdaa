// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.server.ServerKind;

/** The data layer over JDBC on embedded PostgreSQL 18. */
class DataLayerOnJdbcTest extends DataLayerContract {

    @Override
    String title() {
        return "JDBC, PostgreSQL 18";
    }

    @Override
    SalonOnServer open() {
        return SalonOnServer.jdbc(ServerKind.EMBEDDED);
    }
}
