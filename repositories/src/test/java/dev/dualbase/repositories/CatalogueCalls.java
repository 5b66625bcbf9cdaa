// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.TestSalon.service;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.CompanySyncStatusRecord;
import dev.dualbase.repositories.schema.SyncStatusRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Calls of the repositories of a salon, of what it is made of, and of how that is synchronised. */
final class CatalogueCalls {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final Limit TEN = Limit.of(10);
    private static final Duration TOOK = Duration.ofSeconds(1);
    private static final SyncCounts COUNTS = new SyncCounts(1, 2, 3, 4);

    private CatalogueCalls() {}

    static List<TenantCalls> of(Backend backend) {
        return List.of(
                companies(new CompanyRepository(backend)),
                clients(new ClientRepository(backend)),
                services(new ServiceRepository(backend)),
                staff(new StaffRepository(backend)),
                schedules(new StaffScheduleRepository(backend)),
                states(new SyncStatusRepository(backend, CLOCK)),
                runs(new CompanySyncStatusRepository(backend, CLOCK)));
    }

    private static TenantCalls companies(CompanyRepository companies) {
        return new TenantCalls(companies)
                .with("findByCompanyId", () -> companies.findByCompanyId(SALON))
                .with("zoneOf", () -> companies.zoneOf(SALON, ZoneOffset.UTC))
                .with(
                        "update",
                        () -> companies.update(SALON, companies.newRecord().setTitle("changed")));
    }

    private static TenantCalls clients(ClientRepository clients) {
        ClientsRecord change = client(1, "changed");
        return TenantCalls.of(clients, 7L, client(2, "new"), change)
                .with("findByPhone", () -> clients.findByPhone(SALON, PHONE))
                .with("findByRawPhone", () -> clients.findByRawPhone(SALON, PHONE))
                .with("findByYclientsId", () -> clients.findByYclientsId(SALON, ClientId.of(1)))
                .with("searchByName", () -> clients.searchByName(SALON, "name", TEN))
                .with("upsert", () -> clients.upsert(SALON, client(1, "changed")))
                .with("bulkUpsert", () -> clients.bulkUpsert(SALON, List.of(client(1, "x")), BulkOptions.atomic()));
    }

    private static TenantCalls services(ServiceRepository services) {
        return TenantCalls.of(services, 7L, service(2, "new"), service(1, "changed"))
                .with("findAll", () -> services.findAll(SALON, true))
                .with("findByYclientsId", () -> services.findByYclientsId(SALON, ServiceId.of(1)))
                .with("findByCategory", () -> services.findByCategory(SALON, 5))
                .with("findByCategory with inactive ones", () -> services.findByCategory(SALON, 5, true))
                .with("titlesOf", () -> services.titlesOf(SALON, List.of(ServiceId.of(1))))
                .with("upsert", () -> services.upsert(SALON, service(1, "changed")))
                .with("bulkUpsert", () -> services.bulkUpsert(SALON, List.of(service(1, "x")), BulkOptions.atomic()));
    }

    private static TenantCalls staff(StaffRepository staff) {
        return TenantCalls.of(staff, 7L, member(2, "new"), member(1, "changed"))
                .with("findAll", () -> staff.findAll(SALON, true))
                .with("findByYclientsId", () -> staff.findByYclientsId(SALON, StaffId.of(1)))
                .with("findActiveIds", () -> staff.findActiveIds(SALON))
                .with("namesOf", () -> staff.namesOf(SALON, List.of(StaffId.of(1))))
                .with("deactivateAll", () -> staff.deactivateAll(SALON))
                .with("replaceAll", () -> staff.replaceAll(SALON, List.of(member(3, "only"))))
                .with("upsert", () -> staff.upsert(SALON, member(1, "changed")))
                .with("bulkUpsert", () -> staff.bulkUpsert(SALON, List.of(member(1, "x")), BulkOptions.atomic()));
    }

    private static TenantCalls schedules(StaffScheduleRepository schedules) {
        StaffId one = StaffId.of(1);
        return TenantCalls.of(schedules, 7L, day(2, DATE), day(1, DATE))
                .with("find", () -> schedules.find(SALON, ScheduleQuery.all()))
                .with("find within a limit", () -> schedules.find(SALON, ScheduleQuery.all(), TEN))
                .with("findOne", () -> schedules.findOne(SALON, one, DATE))
                .with("findByDate", () -> schedules.findByDate(SALON, DATE))
                .with("workingDays", () -> schedules.workingDays(SALON, one, DATE, DATE))
                .with("deleteOlderThan", () -> schedules.deleteOlderThan(SALON, DATE.plusDays(1)))
                .with("upsert", () -> schedules.upsert(SALON, day(1, DATE)))
                .with("bulkUpsert", () -> schedules.bulkUpsert(SALON, List.of(day(1, DATE)), BulkOptions.atomic()));
    }

    private static TenantCalls states(SyncStatusRepository states) {
        return TenantCalls.of(states, 7L, state("staff"), state("clients"))
                .with("find", () -> states.find(SALON, "clients"))
                .with("findAll", () -> states.findAll(SALON))
                .with("recordStart", () -> states.recordStart(SALON, "clients"))
                .with("recordSuccess", () -> states.recordSuccess(SALON, "clients", 1, TOOK))
                .with("recordFailure", () -> states.recordFailure(SALON, "clients", "error", TOOK))
                .with("upsert", () -> states.upsert(SALON, state("clients")));
    }

    private static TenantCalls runs(CompanySyncStatusRepository runs) {
        CompanySyncStatusRecord changes = new CompanySyncStatusRecord();
        changes.setLastSyncSuccess(true);
        return TenantCalls.of(runs, 7L, new CompanySyncStatusRecord(), changes)
                .with("findLatest", () -> runs.findLatest(SALON))
                .with("findLatestSuccess", () -> runs.findLatestSuccess(SALON))
                .with("findRecent", () -> runs.findRecent(SALON, TEN))
                .with("recordSuccess", () -> runs.recordSuccess(SALON, COUNTS))
                .with("recordFailure", () -> runs.recordFailure(SALON, COUNTS, "error"));
    }

    private static SyncStatusRecord state(String table) {
        SyncStatusRecord row = new SyncStatusRecord();
        row.setTableName(table);
        return row;
    }
}
