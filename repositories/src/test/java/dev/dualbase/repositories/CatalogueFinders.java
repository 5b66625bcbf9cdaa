// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.Finders.SALON;
import static dev.dualbase.repositories.Finders.TEN;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;

import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The finders of a salon, of what it is made of, and of how that is synchronised. */
final class CatalogueFinders {

    private static final StaffId MEMBER = StaffId.of(50);
    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);

    private CatalogueFinders() {}

    static void addTo(Finders finders) {
        companies(finders);
        clients(finders);
        services(finders);
        staff(finders);
        schedules(finders);
        synchronisations(finders);
    }

    private static void companies(Finders finders) {
        CompanyRepository companies = new CompanyRepository(finders.backend());
        finders.of(companies)
                .with("findByCompanyId", () -> companies.findByCompanyId(SALON))
                .with("findByYclientsId", () -> companies.findByYclientsId(77))
                .with("zoneOf", () -> companies.zoneOf(SALON, ZoneOffset.UTC));
    }

    private static void clients(Finders finders) {
        ClientRepository clients = new ClientRepository(finders.backend());
        finders.of(clients, () -> clients.findById(SALON, 50))
                .with("findByPhone", () -> clients.findByPhone(SALON, PHONE))
                .with("findByRawPhone", () -> clients.findByRawPhone(SALON, PHONE))
                .with("findByYclientsId", () -> clients.findByYclientsId(SALON, ClientId.of(50)))
                .with("searchByName", () -> clients.searchByName(SALON, "50", TEN));
    }

    private static void services(Finders finders) {
        ServiceRepository services = new ServiceRepository(finders.backend());
        List<ServiceId> ids = List.of(ServiceId.of(50), ServiceId.of(100));
        finders.of(services, () -> services.findById(SALON, 50))
                .with("findAll", () -> services.findAll(SALON, false))
                .with("findByYclientsId", () -> services.findByYclientsId(SALON, ServiceId.of(50)))
                .with("findByCategory", () -> services.findByCategory(SALON, 3))
                .with("findByCategory with inactive ones", () -> services.findByCategory(SALON, 3, true))
                .with("titlesOf", () -> services.titlesOf(SALON, ids));
    }

    private static void staff(Finders finders) {
        StaffRepository staff = new StaffRepository(finders.backend());
        List<StaffId> ids = List.of(MEMBER, StaffId.of(100));
        finders.of(staff, () -> staff.findById(SALON, 50))
                .with("findAll", () -> staff.findAll(SALON, false))
                .with("findByYclientsId", () -> staff.findByYclientsId(SALON, MEMBER))
                .with("findActiveIds", () -> staff.findActiveIds(SALON))
                .with("namesOf", () -> staff.namesOf(SALON, ids));
    }

    private static void schedules(Finders finders) {
        StaffScheduleRepository schedules = new StaffScheduleRepository(finders.backend());
        ScheduleQuery week = ScheduleQuery.between(DATE, DATE.plusDays(6));
        finders.of(schedules, () -> schedules.findById(SALON, 50))
                .with("find", () -> schedules.find(SALON, week))
                .with("find within a limit", () -> schedules.find(SALON, week, TEN))
                .with("find of a name", () -> schedules.find(SALON, week.ofStaffNamed("name"), TEN))
                .with("find of staff", () -> schedules.find(SALON, week.ofStaff(List.of(MEMBER))))
                .with("findOne", () -> schedules.findOne(SALON, MEMBER, DATE))
                .with("findByDate", () -> schedules.findByDate(SALON, DATE))
                .with("workingDays", () -> schedules.workingDays(SALON, MEMBER, DATE, DATE.plusDays(30)));
    }

    private static void synchronisations(Finders finders) {
        SyncStatusRepository states = new SyncStatusRepository(finders.backend(), CLOCK);
        finders.of(states, () -> states.findById(SALON, 50))
                .with("find", () -> states.find(SALON, "table 50"))
                .with("findAll", () -> states.findAll(SALON));
        CompanySyncStatusRepository runs = new CompanySyncStatusRepository(finders.backend(), CLOCK);
        finders.of(runs, () -> runs.findById(SALON, 50))
                .with("findLatest", () -> runs.findLatest(SALON))
                .with("findLatestSuccess", () -> runs.findLatestSuccess(SALON))
                .with("findRecent", () -> runs.findRecent(SALON, TEN));
    }
}
