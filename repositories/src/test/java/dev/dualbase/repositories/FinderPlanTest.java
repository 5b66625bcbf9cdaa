// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.jdbc.ReadPlan;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.Record;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Finders on tables of 100,000 rows. What counts across salons reads its table on purpose, and is not among them. */
@SalonTest
class FinderPlanTest {

    private static final CompanyId SALON = CompanyId.of(1);
    private static final StaffId MEMBER = StaffId.of(50);
    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final Limit TEN = Limit.of(10);

    private final Recorder recorder;
    private final PlainSql sql;
    private final Map<String, Runnable> finders = new LinkedHashMap<>();

    FinderPlanTest(Backend backend, DataSource plain) {
        this.recorder = new Recorder(backend);
        this.sql = new PlainSql(plain);
    }

    @TestFactory
    Stream<DynamicTest> noFinderScansItsTable() throws SQLException {
        fill();
        companies();
        clients();
        services();
        staff();
        schedules();
        synchronisations();
        actions();
        return finders.entrySet().stream()
                .map(finder -> DynamicTest.dynamicTest(finder.getKey(), () -> assertNoScan(finder.getValue())));
    }

    private void assertNoScan(Runnable finder) throws SQLException {
        recorder.reads.clear();
        finder.run();
        assertThat(recorder.reads).isNotEmpty();
        for (Read<?> read : recorder.reads) {
            String plan = sql.ask(context -> ReadPlan.of(context, read));
            assertThat(plan).contains("Scan").doesNotContain("Seq Scan");
        }
    }

    private void companies() {
        CompanyRepository companies = new CompanyRepository(recorder);
        finders.put("companies.findByCompanyId", () -> companies.findByCompanyId(SALON));
        finders.put("companies.findByYclientsId", () -> companies.findByYclientsId(77));
    }

    private void clients() {
        ClientRepository clients = new ClientRepository(recorder);
        finders.put("clients.findById", () -> clients.findById(SALON, 50));
        finders.put("clients.findByPhone", () -> clients.findByPhone(SALON, PHONE));
        finders.put("clients.findByRawPhone", () -> clients.findByRawPhone(SALON, PHONE));
        finders.put("clients.findByYclientsId", () -> clients.findByYclientsId(SALON, ClientId.of(50)));
        finders.put("clients.searchByName", () -> clients.searchByName(SALON, "50", TEN));
    }

    private void services() {
        ServiceRepository services = new ServiceRepository(recorder);
        List<ServiceId> ids = List.of(ServiceId.of(50), ServiceId.of(100));
        finders.put("services.findAll", () -> services.findAll(SALON, false));
        finders.put("services.findByYclientsId", () -> services.findByYclientsId(SALON, ServiceId.of(50)));
        finders.put("services.findByCategory", () -> services.findByCategory(SALON, 3));
        finders.put("services.titlesOf", () -> services.titlesOf(SALON, ids));
    }

    private void staff() {
        StaffRepository staff = new StaffRepository(recorder);
        finders.put("staff.findAll", () -> staff.findAll(SALON, false));
        finders.put("staff.findByYclientsId", () -> staff.findByYclientsId(SALON, MEMBER));
        finders.put("staff.findActiveIds", () -> staff.findActiveIds(SALON));
        finders.put("staff.namesOf", () -> staff.namesOf(SALON, List.of(MEMBER, StaffId.of(100))));
    }

    private void schedules() {
        StaffScheduleRepository schedules = new StaffScheduleRepository(recorder);
        ScheduleQuery week = ScheduleQuery.between(DATE, DATE.plusDays(6));
        finders.put("schedules.find", () -> schedules.find(SALON, week));
        finders.put("schedules.find of staff", () -> schedules.find(SALON, week.ofStaff(List.of(MEMBER))));
        finders.put("schedules.findOne", () -> schedules.findOne(SALON, MEMBER, DATE));
        finders.put("schedules.findByDate", () -> schedules.findByDate(SALON, DATE));
        finders.put("schedules.workingDays", () -> schedules.workingDays(SALON, MEMBER, DATE, DATE.plusDays(30)));
    }

    private void synchronisations() {
        SyncStatusRepository states = new SyncStatusRepository(recorder, CLOCK);
        CompanySyncStatusRepository runs = new CompanySyncStatusRepository(recorder, CLOCK);
        finders.put("states.find", () -> states.find(SALON, "table 50"));
        finders.put("states.findAll", () -> states.findAll(SALON));
        finders.put("runs.findLatest", () -> runs.findLatest(SALON));
        finders.put("runs.findLatestSuccess", () -> runs.findLatestSuccess(SALON));
        finders.put("runs.findRecent", () -> runs.findRecent(SALON, TEN));
    }

    private void actions() {
        ActionRepository actions = new ActionRepository(recorder, CLOCK);
        finders.put("actions.findById", () -> actions.findById(SALON, new UUID(0, 7)));
        finders.put("actions.findPending", () -> actions.findPending(SALON, TEN));
        finders.put("actions.findByPhone", () -> actions.findByPhone(SALON, PHONE, TEN));
    }

    /** 100,000 rows in each table; those of tenants belong to 50 of the salons. */
    private void fill() throws SQLException {
        sql.execute("""
            TRUNCATE companies CASCADE;
            INSERT INTO companies (company_id, yclients_id)
                SELECT n, n FROM generate_series(1, 100000) n;
            INSERT INTO clients (company_id, yclients_id, name, phone, raw_phone, last_visit_date)
                SELECT n % 50 + 1, n, 'name ' || n, 79000000000 + n, '+' || 79000000000 + n, date '2025-01-01' + n % 300
                FROM generate_series(1, 100000) n;
            INSERT INTO services (company_id, yclients_id, title, category_id, weight)
                SELECT n % 50 + 1, n, 'title ' || n, n % 9, n % 7 FROM generate_series(1, 100000) n;
            INSERT INTO staff (company_id, yclients_id, name)
                SELECT n % 50 + 1, n, 'name ' || n FROM generate_series(1, 100000) n;
            INSERT INTO staff_schedules (company_id, yclients_staff_id, date)
                SELECT n % 50 + 1, n % 1000, date '2025-11-01' + n / 1000 FROM generate_series(1, 100000) n;
            INSERT INTO sync_status (company_id, table_name)
                SELECT n % 50 + 1, 'table ' || n FROM generate_series(1, 100000) n;
            INSERT INTO company_sync_status (company_id, last_sync_success)
                SELECT n % 50 + 1, n % 10 > 0 FROM generate_series(1, 100000) n;
            INSERT INTO actions (company_id, client_phone, status)
                SELECT n % 50 + 1, 79000000000 + n, CASE n % 9 WHEN 0 THEN 'pending' ELSE 'executed' END
                FROM generate_series(1, 100000) n;
            ANALYZE;
            """);
    }

    /** Remembers what was read. */
    private static final class Recorder extends DelegatingBackend {

        private final List<Read<?>> reads = new ArrayList<>();

        Recorder(Backend backend) {
            super(backend);
        }

        @Override
        public <R extends Record> List<R> read(Read<R> read) {
            reads.add(read);
            return super.read(read);
        }
    }
}
