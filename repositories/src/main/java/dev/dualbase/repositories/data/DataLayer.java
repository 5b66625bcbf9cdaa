// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Health;
import dev.dualbase.repositories.AppointmentQuery;
import dev.dualbase.repositories.AppointmentsCacheRepository;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.CompanyRepository;
import dev.dualbase.repositories.DialogContextRepository;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.ScheduleQuery;
import dev.dualbase.repositories.ServiceRepository;
import dev.dualbase.repositories.StaffRepository;
import dev.dualbase.repositories.StaffScheduleRepository;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant of a salon asks of its storage, each call with a {@link DataResponse} for an answer. It is for hosts
 * that want failures as values; the repositories below it throw them.
 *
 * <ul>
 *   <li>Input that makes no sense (a null, a blank text, a row without its key or of another salon) is a failure that names
 *       the field, and the storage is not asked.
 *   <li>A failure of the storage is a failure with its {@link dev.dualbase.core.error.StorageException}.
 *   <li>A row that is not there is a success without data.
 *   <li>Anything else that is thrown, such as by the function that gives a {@link SalonClock} its zones, is a bug of the
 *       program, and goes on to the caller.
 * </ul>
 *
 * <p>A list with a limit has {@value #DEFAULT_LIMIT} rows at most where no limit is given, and {@link Metadata#more} says
 * whether there are more; limit 0 is no row, a limit below 0 or above {@value #MAX_LIMIT} is refused. A list without a limit
 * has all rows, or fails with {@link dev.dualbase.core.error.ResultTooLargeException} above {@value #MAX_LIMIT}.
 *
 * <p>A batch has {@value #MAX_BATCH} rows at most, and all are stored or none; repositories can isolate bad rows. Rows are
 * written as repositories do it: only what was set, and a null for the company becomes the call's.
 *
 * <p>Inside a transaction a failure is still only an answer. Use {@link DataResponse#orThrow} there, so that it ends the
 * transaction.
 *
 * <p>It has no state but its settings, and is safe for any number of threads.
 */
public final class DataLayer {

    /** How many rows a list has at most where the call gives no limit. */
    public static final int DEFAULT_LIMIT = 100;

    /** How many rows a list can have at most. */
    public static final int MAX_LIMIT = 1_000;

    /** How many rows a batch can have at most. */
    public static final int MAX_BATCH = 500;

    private static final int NEXT_APPOINTMENTS = 10;

    private final Backend backend;
    private final SalonClock clock;
    private final DialogContextRepository dialogs;
    private final ClientRepository clients;
    private final AppointmentsCacheRepository appointments;
    private final StaffRepository staff;
    private final StaffScheduleRepository schedules;
    private final ServiceRepository services;
    private final CompanyRepository companies;

    /**
     * The data layer on a backend. It does not check the schema: {@link dev.dualbase.repositories.SalonRepositories#open}
     * does.
     *
     * @param clock gives answers their time, and says what is upcoming
     */
    public DataLayer(Backend backend, SalonClock clock) {
        this.backend = backend;
        this.clock = clock;
        this.dialogs = new DialogContextRepository(backend, clock);
        this.clients = new ClientRepository(backend);
        this.appointments = new AppointmentsCacheRepository(backend, clock);
        this.staff = new StaffRepository(backend);
        this.schedules = new StaffScheduleRepository(backend);
        this.services = new ServiceRepository(backend);
        this.companies = new CompanyRepository(backend);
    }

    private Call call(String operation) {
        return new Call(operation, backend.id(), clock.clock());
    }

    private Call call(String operation, @Nullable CompanyId company) {
        return call(operation).needs("company", company);
    }

    /** The dialog with a user, who is known by phone number or messenger address. */
    public DataResponse<DialogContextsRecord> getDialogContext(CompanyId company, String userId) {
        return call("getDialogContext", company).needsText("userId", userId).one(() -> dialogs.find(company, userId));
    }

    /** Stores a dialog, or writes the columns that were set to the one with its {@code user_id}. */
    public DataResponse<DialogContextsRecord> upsertDialogContext(CompanyId company, DialogContextsRecord dialog) {
        return call("upsertDialogContext", company)
                .row("dialog", dialog, company, RowRules.DIALOG)
                .stored(() -> dialogs.upsert(company, dialog));
    }

    /** The client with this phone number; of several, the one who visited last. */
    public DataResponse<ClientsRecord> getClientByPhone(CompanyId company, PhoneNumber phone) {
        return call("getClientByPhone", company).needs("phone", phone).one(() -> clients.findByPhone(company, phone));
    }

    /** The client with this number in YClients. */
    public DataResponse<ClientsRecord> getClientById(CompanyId company, ClientId client) {
        return call("getClientById", company)
                .needs("client", client)
                .one(() -> clients.findByYclientsId(company, client));
    }

    /** The appointments of a client that a query names, in its order, cancelled ones included. */
    public DataResponse<List<AppointmentsCacheRecord>> getClientAppointments(
            CompanyId company, ClientId client, AppointmentQuery query) {
        return getClientAppointments(company, client, query, DEFAULT_LIMIT);
    }

    /** The first of the appointments of a client that a query names, in its order, cancelled ones included. */
    public DataResponse<List<AppointmentsCacheRecord>> getClientAppointments(
            CompanyId company, ClientId client, AppointmentQuery query, int limit) {
        Call call =
                call("getClientAppointments", company).needs("client", client).needs("query", query);
        return (query == null ? call : inOrder(call, query.from(), query.to()))
                .page(limit, rows -> appointments.findByClient(company, client, query, rows));
    }

    /** The next ten appointments of a client that are neither cancelled nor deleted. */
    public DataResponse<List<AppointmentsCacheRecord>> getUpcomingAppointments(CompanyId company, ClientId client) {
        return getUpcomingAppointments(company, client, NEXT_APPOINTMENTS);
    }

    /** The next appointments of a client that are neither cancelled nor deleted. */
    public DataResponse<List<AppointmentsCacheRecord>> getUpcomingAppointments(
            CompanyId company, ClientId client, int limit) {
        return call("getUpcomingAppointments", company)
                .needs("client", client)
                .page(limit, rows -> appointments.findUpcoming(company, client, rows));
    }

    /** The clients whose name holds this text, whatever the case of its letters; those who visited last come first. */
    public DataResponse<List<ClientsRecord>> searchClientsByName(CompanyId company, String name) {
        return searchClientsByName(company, name, DEFAULT_LIMIT);
    }

    /** The first of the clients whose name holds this text; those who visited last come first. */
    public DataResponse<List<ClientsRecord>> searchClientsByName(CompanyId company, String name, int limit) {
        return call("searchClientsByName", company)
                .needsText("name", name)
                .page(limit, rows -> clients.searchByName(company, name, rows));
    }

    /**
     * Stores a client, or writes the columns that were set to the one with its {@code yclients_id}. It needs its
     * phone number, in any of the usual spellings, which becomes digits in the row.
     */
    public DataResponse<ClientsRecord> upsertClient(CompanyId company, ClientsRecord client) {
        return call("upsertClient", company)
                .row("client", client, company, RowRules.CLIENT)
                .stored(() -> clients.upsert(company, normalized(client)));
    }

    /** {@link #upsertClient} of many; of two with the same {@code yclients_id} the last wins, column by column. */
    public DataResponse<BulkResult> upsertClients(CompanyId company, List<ClientsRecord> rows) {
        return call("upsertClients", company)
                .rows("rows", rows, company, RowRules.CLIENT)
                .batch(() -> clients.bulkUpsert(
                        company, rows.stream().map(DataLayer::normalized).toList(), BulkOptions.atomic()));
    }

    /** The member of staff with this number in YClients, active or not. */
    public DataResponse<StaffRecord> getStaffById(CompanyId company, StaffId member) {
        return call("getStaffById", company).needs("member", member).one(() -> staff.findByYclientsId(company, member));
    }

    /** All staff, by name. */
    public DataResponse<List<StaffRecord>> getStaff(CompanyId company, boolean includeInactive) {
        return call("getStaff", company).all(() -> staff.findAll(company, includeInactive));
    }

    /** The days that a query names, by date. */
    public DataResponse<List<StaffSchedulesRecord>> getStaffSchedules(CompanyId company, ScheduleQuery query) {
        return getStaffSchedules(company, query, DEFAULT_LIMIT);
    }

    /** The first of the days that a query names, by date. */
    public DataResponse<List<StaffSchedulesRecord>> getStaffSchedules(
            CompanyId company, ScheduleQuery query, int limit) {
        Call call = call("getStaffSchedules", company).needs("query", query);
        if (query != null) {
            boolean known = query.staff().stream().flatMap(List::stream).allMatch(member -> member != null);
            call = inOrder(call, query.from(), query.to()).check(known, "query.staff", "has a null in it");
        }
        return call.page(limit, rows -> schedules.find(company, query, rows));
    }

    /** The day of a member of staff. */
    public DataResponse<StaffSchedulesRecord> getStaffSchedule(CompanyId company, StaffId member, LocalDate date) {
        return call("getStaffSchedule", company)
                .needs("member", member)
                .needs("date", date)
                .one(() -> schedules.findOne(company, member, date));
    }

    /** Stores days, or writes the columns that were set to those of the same {@code yclients_staff_id} and date. */
    public DataResponse<BulkResult> upsertStaffSchedules(CompanyId company, List<StaffSchedulesRecord> rows) {
        return call("upsertStaffSchedules", company)
                .rows("rows", rows, company, RowRules.DAY)
                .batch(() -> schedules.bulkUpsert(company, rows, BulkOptions.atomic()));
    }

    /** All services, the greatest weight first and those without one last, then by title. */
    public DataResponse<List<ServicesRecord>> getServices(CompanyId company, boolean includeInactive) {
        return call("getServices", company).all(() -> services.findAll(company, includeInactive));
    }

    /** The service with this number in YClients, active or not. */
    public DataResponse<ServicesRecord> getServiceById(CompanyId company, ServiceId service) {
        return call("getServiceById", company)
                .needs("service", service)
                .one(() -> services.findByYclientsId(company, service));
    }

    /** The active services of a category, in the order of {@link #getServices}. */
    public DataResponse<List<ServicesRecord>> getServicesByCategory(CompanyId company, long categoryId) {
        return call("getServicesByCategory", company)
                .check(categoryId > 0, "categoryId", "is not 1 or more")
                .all(() -> services.findByCategory(company, categoryId));
    }

    /** Stores services, which need their titles, or writes what was set to those with the same {@code yclients_id}. */
    public DataResponse<BulkResult> upsertServices(CompanyId company, List<ServicesRecord> rows) {
        return call("upsertServices", company)
                .rows("rows", rows, company, RowRules.SERVICE)
                .batch(() -> services.bulkUpsert(company, rows, BulkOptions.atomic()));
    }

    /** The salon itself. */
    public DataResponse<CompaniesRecord> getCompany(CompanyId company) {
        return call("getCompany", company).one(() -> companies.findByCompanyId(company));
    }

    /** Stores the salon, or writes the columns that were set to it. */
    public DataResponse<CompaniesRecord> upsertCompany(CompanyId company, CompaniesRecord values) {
        return call("upsertCompany", company)
                .row("values", values, company, RowRules.COMPANY)
                .stored(() -> companies.upsert(values.setCompanyId(company.value())));
    }

    /** How the backend is, the same that all other calls here ask. A server that does not answer is a failure. */
    public DataResponse<Health> healthCheck() {
        return call("healthCheck").health(backend::health);
    }

    private static Call inOrder(Call call, Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean backwards = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
        return call.check(!backwards, "query.to", "is before query.from");
    }

    /** With the phone number as {@code clients.phone} holds it. */
    private static ClientsRecord normalized(ClientsRecord client) {
        return client.setPhone(PhoneNumber.parse(client.getPhone()).stored());
    }
}
