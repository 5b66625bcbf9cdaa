// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.List;

/**
 * What comes from YClients every hour: all clients without their history, all services, staff and bookings. What a row
 * does not carry must stay.
 */
final class HourlySync {

    private final Salon salon;

    HourlySync(Salon salon) {
        this.salon = salon;
    }

    void run() {
        var into = salon.repositories();
        SalonData data = salon.data();
        ClientsRecord before = clientSeven();
        List<ClientsRecord> partial =
                data.clients().stream().map(HourlySync::withoutHistory).toList();
        updated(
                "clients",
                SalonData.CLIENTS,
                into.clients().bulkUpsert(salon.company(), partial, BulkOptions.atomic()));
        updated(
                "services",
                SalonData.SERVICES,
                into.services().bulkUpsert(salon.company(), data.services(), BulkOptions.atomic()));
        into.staff().replaceAll(salon.company(), data.staff());
        salon.expect(
                "active staff",
                SalonData.STAFF,
                into.staff().findActiveIds(salon.company()).size());
        updated(
                "bookings",
                SalonData.BOOKINGS,
                into.bookings().bulkUpsert(salon.company(), data.bookings(), BulkOptions.atomic()));
        ClientsRecord after = clientSeven();
        salon.expect("visit history after a sync without it", before.getVisitHistory(), after.getVisitHistory());
        salon.expect("updated_at advanced", true, after.getUpdatedAt().isAfter(before.getUpdatedAt()));
    }

    private ClientsRecord clientSeven() {
        return salon.repositories()
                .clients()
                .findByYclientsId(salon.company(), ClientId.of(1_007))
                .orElseThrow();
    }

    private static ClientsRecord withoutHistory(ClientsRecord full) {
        ClientsRecord partial = new ClientsRecord();
        partial.setYclientsId(full.getYclientsId());
        partial.setName(full.getName());
        partial.setPhone(full.getPhone());
        partial.setVisitCount(full.getVisitCount() + 1);
        return partial;
    }

    private void updated(String what, int expected, BulkResult result) {
        salon.expect(what + " synchronised", (long) expected, result.updated());
        salon.expect(what + " inserted by the sync", 0L, result.inserted());
    }
}
