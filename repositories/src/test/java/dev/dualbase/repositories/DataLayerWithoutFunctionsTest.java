// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

/** The data layer over PostgREST without the functions of the adapter. */
class DataLayerWithoutFunctionsTest extends DataLayerContract {

    @Override
    String title() {
        return "REST without functions";
    }

    @Override
    SalonOnServer open() {
        return SalonOnServer.restWithoutFunctions();
    }
}
