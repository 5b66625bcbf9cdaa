// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.TestSalon.service;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
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

    static List<TenantCalls> of(Backend backend, CompanyId salon) {
        return List.of(
                companies(new CompanyRepository(backend), salon),
                clients(new ClientRepository(backend), salon),
                services(new ServiceRepository(backend), salon),
                staff(new StaffRepository(backend), salon),
                schedules(new StaffScheduleRepository(backend), salon),
                states(new SyncStatusRepository(backend, CLOCK), salon),
                runs(new CompanySyncStatusRepository(backend, CLOCK), salon));
    }

    private static TenantCalls companies(CompanyRepository companies, CompanyId salon) {
        return new TenantCalls(companies)
                .with("findByCompanyId", () -> companies.findByCompanyId(salon))
                .with("zoneOf", () -> companies.zoneOf(salon, ZoneOffset.UTC))
                .with(
                        "update",
                        () -> companies.update(salon, companies.newRecord().setTitle("changed")));
    }

    private static TenantCalls clients(ClientRepository clients, CompanyId salon) {
        ClientsRecord change = client(1, "changed");
        return TenantCalls.of(salon, clients, 7L, client(2, "new"), change)
                .with("findByPhone", () -> clients.findByPhone(salon, PHONE))
                .with("findByRawPhone", () -> clients.findByRawPhone(salon, PHONE))
                .with("findByYclientsId", () -> clients.findByYclientsId(salon, ClientId.of(1)))
                .with("searchByName", () -> clients.searchByName(salon, "name", TEN))
                .with("upsert", () -> clients.upsert(salon, client(1, "changed")))
                .with("bulkUpsert", () -> clients.bulkUpsert(salon, List.of(client(1, "x")), BulkOptions.atomic()));
    }

    private static TenantCalls services(ServiceRepository services, CompanyId salon) {
        return TenantCalls.of(salon, services, 7L, service(2, "new"), service(1, "changed"))
                .with("findAll", () -> services.findAll(salon, true))
                .with("findByYclientsId", () -> services.findByYclientsId(salon, ServiceId.of(1)))
                .with("findByCategory", () -> services.findByCategory(salon, 5))
                .with("findByCategory with inactive ones", () -> services.findByCategory(salon, 5, true))
                .with("titlesOf", () -> services.titlesOf(salon, List.of(ServiceId.of(1))))
                .with("upsert", () -> services.upsert(salon, service(1, "changed")))
                .with("bulkUpsert", () -> services.bulkUpsert(salon, List.of(service(1, "x")), BulkOptions.atomic()));
    }

    private static TenantCalls staff(StaffRepository staff, CompanyId salon) {
        return TenantCalls.of(salon, staff, 7L, member(2, "new"), member(1, "changed"))
                .with("findAll", () -> staff.findAll(salon, true))
                .with("findByYclientsId", () -> staff.findByYclientsId(salon, StaffId.of(1)))
                .with("findActiveIds", () -> staff.findActiveIds(salon))
                .with("namesOf", () -> staff.namesOf(salon, List.of(StaffId.of(1))))
                .with("deactivateAll", () -> staff.deactivateAll(salon))
                .with("replaceAll", () -> staff.replaceAll(salon, List.of(member(3, "only"))))
                .with("upsert", () -> staff.upsert(salon, member(1, "changed")))
                .with("bulkUpsert", () -> staff.bulkUpsert(salon, List.of(member(1, "x")), BulkOptions.atomic()));
    }

    private static TenantCalls schedules(StaffScheduleRepository schedules, CompanyId salon) {
        StaffId one = StaffId.of(1);
        return TenantCalls.of(salon, schedules, 7L, day(2, DATE), day(1, DATE))
                .with("find", () -> schedules.find(salon, ScheduleQuery.all()))
                .with("find within a limit", () -> schedules.find(salon, ScheduleQuery.all(), TEN))
                .with("findOne", () -> schedules.findOne(salon, one, DATE))
                .with("findByDate", () -> schedules.findByDate(salon, DATE))
                .with("workingDays", () -> schedules.workingDays(salon, one, DATE, DATE))
                .with("deleteOlderThan", () -> schedules.deleteOlderThan(salon, DATE.plusDays(1)))
                .with("upsert", () -> schedules.upsert(salon, day(1, DATE)))
                .with("bulkUpsert", () -> schedules.bulkUpsert(salon, List.of(day(1, DATE)), BulkOptions.atomic()));
    }

    private static TenantCalls states(SyncStatusRepository states, CompanyId salon) {
        return TenantCalls.of(salon, states, 7L, state("staff"), state("clients"))
                .with("find", () -> states.find(salon, "clients"))
                .with("findAll", () -> states.findAll(salon))
                .with("recordStart", () -> states.recordStart(salon, "clients"))
                .with("recordSuccess", () -> states.recordSuccess(salon, "clients", 1, TOOK))
                .with("recordFailure", () -> states.recordFailure(salon, "clients", "error", TOOK))
                .with("upsert", () -> states.upsert(salon, state("clients")));
    }

    private static TenantCalls runs(CompanySyncStatusRepository runs, CompanyId salon) {
        CompanySyncStatusRecord changes = new CompanySyncStatusRecord();
        changes.setLastSyncSuccess(true);
        return TenantCalls.of(salon, runs, 7L, new CompanySyncStatusRecord(), changes)
                .with("findLatest", () -> runs.findLatest(salon))
                .with("findLatestSuccess", () -> runs.findLatestSuccess(salon))
                .with("findRecent", () -> runs.findRecent(salon, TEN))
                .with("recordSuccess", () -> runs.recordSuccess(salon, COUNTS))
                .with("recordFailure", () -> runs.recordFailure(salon, COUNTS, "error"));
    }

    private static SyncStatusRecord state(String table) {
        SyncStatusRecord row = new SyncStatusRecord();
        row.setTableName(table);
        return row;
    }
}
