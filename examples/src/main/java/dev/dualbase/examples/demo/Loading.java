// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.SalonRepositories;

/** Fills an empty schema with the salon. */
final class Loading {

    private final Salon salon;

    Loading(Salon salon) {
        this.salon = salon;
    }

    void run() {
        SalonRepositories into = salon.repositories();
        SalonData data = salon.data();
        into.companies().upsert(data.company());
        inserted("clients", SalonData.CLIENTS, into.clients().bulkUpsert(salon.company(), data.clients(), atomic()));
        inserted(
                "services", SalonData.SERVICES, into.services().bulkUpsert(salon.company(), data.services(), atomic()));
        inserted("staff", SalonData.STAFF, into.staff().bulkUpsert(salon.company(), data.staff(), atomic()));
        inserted(
                "schedules",
                SalonData.SCHEDULES,
                into.staffSchedules().bulkUpsert(salon.company(), data.schedules(), atomic()));
        inserted(
                "bookings", SalonData.BOOKINGS, into.bookings().bulkUpsert(salon.company(), data.bookings(), atomic()));
        data.dialogs().forEach(dialog -> into.dialogContexts().upsert(salon.company(), dialog));
        data.reminders().forEach(reminder -> into.reminders().insert(salon.company(), reminder));
        salon.expect(
                "dialog contexts",
                (long) SalonData.DIALOGS,
                into.dialogContexts().count(salon.company(), Filters.everyRow()));
    }

    private static BulkOptions atomic() {
        return BulkOptions.atomic();
    }

    private void inserted(String what, int expected, BulkResult result) {
        salon.expect(what + " loaded", (long) expected, result.inserted());
        salon.expect(what + " updated while loading", 0L, result.updated());
    }
}
