// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.action;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.TestSalon.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Acceptance scenario 10. Two salons hold rows with the same phones, numbers and dates. Each public method, called for the
 * one, answers as if there were no other, and leaves all rows of the other as they are.
 */
@SalonTest
class TenantIsolationTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final UUID ID = new UUID(0, 7);
    private static final Limit TEN = Limit.of(10);
    private static final Duration TOOK = Duration.ofSeconds(1);
    private static final SyncCounts COUNTS = new SyncCounts(1, 2, 3, 4);
    private static final List<String> TABLES =
            List.of("clients", "services", "staff", "staff_schedules", "sync_status", "company_sync_status", "actions");

    private final ClientRepository clients;
    private final ServiceRepository services;
    private final StaffRepository staff;
    private final StaffScheduleRepository schedules;
    private final SyncStatusRepository states;
    private final CompanySyncStatusRepository runs;
    private final ActionRepository actions;
    private final PlainSql sql;

    TenantIsolationTest(Backend backend, DataSource plain) {
        this.clients = new ClientRepository(backend);
        this.services = new ServiceRepository(backend);
        this.staff = new StaffRepository(backend);
        this.schedules = new StaffScheduleRepository(backend);
        this.states = new SyncStatusRepository(backend, CLOCK);
        this.runs = new CompanySyncStatusRepository(backend, CLOCK);
        this.actions = new ActionRepository(backend, CLOCK);
        this.sql = new PlainSql(plain);
    }

    @TestFactory
    Stream<DynamicTest> scenario10NoMethodReachesTheOtherSalon() {
        return calls().flatMap(all -> all.calls().entrySet().stream()
                .map(call -> dynamicTest(
                        all.repository() + "." + call.getKey(), () -> staysWithinItsSalon(call.getValue()))));
    }

    @Test
    void scenario10EveryPublicMethodIsAmongThem() {
        assertThat(calls()).allSatisfy(all -> assertThat(all.methods()).containsAll(all.publicMethods()));
    }

    private void staysWithinItsSalon(Supplier<Object> call) throws SQLException {
        clear();
        fill(SALON);
        Object alone = TenantCalls.comparable(call.get());
        clear();
        fill(SALON);
        fill(OTHER);
        String others = rowsOf(OTHER);
        assertThat(TenantCalls.comparable(call.get())).isEqualTo(alone);
        assertThat(rowsOf(OTHER)).isEqualTo(others);
    }

    private Stream<TenantCalls<?>> calls() {
        return Stream.of(
                clientCalls(), serviceCalls(), staffCalls(), scheduleCalls(), stateCalls(), runCalls(), actionCalls());
    }

    private TenantCalls<?> clientCalls() {
        ClientsRecord change = client(1, "changed");
        return new TenantCalls<>(clients, 7L, client(2, "new"), change)
                .with("findByPhone", () -> clients.findByPhone(SALON, PHONE))
                .with("findByRawPhone", () -> clients.findByRawPhone(SALON, PHONE))
                .with("findByYclientsId", () -> clients.findByYclientsId(SALON, ClientId.of(1)))
                .with("searchByName", () -> clients.searchByName(SALON, "name", TEN))
                .with("upsert", () -> clients.upsert(SALON, client(1, "changed")))
                .with("bulkUpsert", () -> clients.bulkUpsert(SALON, List.of(client(1, "x")), BulkOptions.atomic()));
    }

    private TenantCalls<?> serviceCalls() {
        return new TenantCalls<>(services, 7L, service(2, "new"), service(1, "changed"))
                .with("findAll", () -> services.findAll(SALON, true))
                .with("findByYclientsId", () -> services.findByYclientsId(SALON, ServiceId.of(1)))
                .with("findByCategory", () -> services.findByCategory(SALON, 5))
                .with("titlesOf", () -> services.titlesOf(SALON, List.of(ServiceId.of(1))))
                .with("upsert", () -> services.upsert(SALON, service(1, "changed")))
                .with("bulkUpsert", () -> services.bulkUpsert(SALON, List.of(service(1, "x")), BulkOptions.atomic()));
    }

    private TenantCalls<?> staffCalls() {
        return new TenantCalls<>(staff, 7L, member(2, "new"), member(1, "changed"))
                .with("findAll", () -> staff.findAll(SALON, true))
                .with("findByYclientsId", () -> staff.findByYclientsId(SALON, StaffId.of(1)))
                .with("findActiveIds", () -> staff.findActiveIds(SALON))
                .with("namesOf", () -> staff.namesOf(SALON, List.of(StaffId.of(1))))
                .with("deactivateAll", () -> staff.deactivateAll(SALON))
                .with("replaceAll", () -> staff.replaceAll(SALON, List.of(member(3, "only"))))
                .with("upsert", () -> staff.upsert(SALON, member(1, "changed")))
                .with("bulkUpsert", () -> staff.bulkUpsert(SALON, List.of(member(1, "x")), BulkOptions.atomic()));
    }

    private TenantCalls<?> scheduleCalls() {
        StaffId one = StaffId.of(1);
        return new TenantCalls<>(schedules, 7L, day(2, DATE), day(1, DATE))
                .with("find", () -> schedules.find(SALON, ScheduleQuery.all()))
                .with("findOne", () -> schedules.findOne(SALON, one, DATE))
                .with("findByDate", () -> schedules.findByDate(SALON, DATE))
                .with("workingDays", () -> schedules.workingDays(SALON, one, DATE, DATE))
                .with("deleteOlderThan", () -> schedules.deleteOlderThan(SALON, DATE.plusDays(1)))
                .with("upsert", () -> schedules.upsert(SALON, day(1, DATE)))
                .with("bulkUpsert", () -> schedules.bulkUpsert(SALON, List.of(day(1, DATE)), BulkOptions.atomic()));
    }

    private TenantCalls<?> stateCalls() {
        return new TenantCalls<>(states, 7L, state("staff"), state("clients"))
                .with("find", () -> states.find(SALON, "clients"))
                .with("findAll", () -> states.findAll(SALON))
                .with("recordStart", () -> states.recordStart(SALON, "clients"))
                .with("recordSuccess", () -> states.recordSuccess(SALON, "clients", 1, TOOK))
                .with("recordFailure", () -> states.recordFailure(SALON, "clients", "error", TOOK))
                .with("upsert", () -> states.upsert(SALON, state("clients")));
    }

    private TenantCalls<?> runCalls() {
        return new TenantCalls<>(runs, 7L, new CompanySyncStatusRecord(), run())
                .with("findLatest", () -> runs.findLatest(SALON))
                .with("findLatestSuccess", () -> runs.findLatestSuccess(SALON))
                .with("findRecent", () -> runs.findRecent(SALON, TEN))
                .with("recordSuccess", () -> runs.recordSuccess(SALON, COUNTS))
                .with("recordFailure", () -> runs.recordFailure(SALON, COUNTS, "error"));
    }

    private TenantCalls<?> actionCalls() {
        return new TenantCalls<>(actions, ID, action("new"), action("changed"))
                .with("findPending", () -> actions.findPending(SALON, TEN))
                .with("findByPhone", () -> actions.findByPhone(SALON, PHONE, TEN))
                .with("add", () -> actions.add(SALON, action("added")))
                .with("markExecuted", () -> actions.markExecuted(SALON, ID))
                .with("markFailed", () -> actions.markFailed(SALON, ID));
    }

    private void clear() throws SQLException {
        sql.execute(TABLES.stream().map(table -> "DELETE FROM " + table + ";").collect(Collectors.joining()));
    }

    /** The same rows for each salon, internal identifiers included. */
    private void fill(CompanyId salon) throws SQLException {
        sql.execute("""
            INSERT INTO clients (company_id, id, yclients_id, name, phone, raw_phone)
                VALUES (%1$s, 7, 1, 'name', '%2$s', '%3$s');
            INSERT INTO services (company_id, id, yclients_id, title, category_id) VALUES (%1$s, 7, 1, 'title', 5);
            INSERT INTO staff (company_id, id, yclients_id, name) VALUES (%1$s, 7, 1, 'name');
            INSERT INTO staff_schedules (company_id, id, yclients_staff_id, date) VALUES (%1$s, 7, 1, '%4$s');
            INSERT INTO sync_status (company_id, id, table_name) VALUES (%1$s, 7, 'clients');
            INSERT INTO company_sync_status (company_id, id, last_sync_success) VALUES (%1$s, 7, true);
            INSERT INTO actions (company_id, id, client_phone, status) VALUES (%1$s, '%5$s', '%2$s', 'pending');
            """.formatted(salon, PHONE.stored(), PHONE.raw(), DATE, ID));
    }

    private static SyncStatusRecord state(String table) {
        SyncStatusRecord row = new SyncStatusRecord();
        row.setTableName(table);
        return row;
    }

    private static CompanySyncStatusRecord run() {
        CompanySyncStatusRecord row = new CompanySyncStatusRecord();
        row.setLastSyncSuccess(true);
        return row;
    }

    private String rowsOf(CompanyId salon) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (String table : TABLES) {
            rows.append(
                    sql.value("SELECT json_agg(t ORDER BY id)::text FROM " + table + " t WHERE company_id = " + salon));
        }
        return rows.toString();
    }
}
