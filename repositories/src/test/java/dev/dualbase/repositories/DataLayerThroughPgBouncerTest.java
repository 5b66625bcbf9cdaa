// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

/** The data layer through a PgBouncer. */
class DataLayerThroughPgBouncerTest extends DataLayerContract {

    @Override
    String title() {
        return "JDBC through PgBouncer";
    }

    @Override
    SalonOnServer open() {
        return SalonOnServer.throughPgBouncer();
    }
}
