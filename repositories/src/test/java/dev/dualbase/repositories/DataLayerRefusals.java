// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.service;

import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Calls of the data layer with input that makes no sense, each with the name of its method and the field it is refused by. */
final class DataLayerRefusals {

    static final String ALL = "dev.dualbase.repositories.DataLayerRefusals#all";

    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final ClientId CLIENT = ClientId.of(1);
    private static final StaffId MEMBER = StaffId.of(1);
    private static final CompanyId NONE = null;

    private DataLayerRefusals() {}

    static Stream<Arguments> all() {
        return Stream.of(companies(), dialogs(), clients(), clientRows(), staff(), services(), limits())
                .flatMap(calls -> calls);
    }

    private static Stream<Arguments> companies() {
        return Stream.of(
                refused("getDialogContext", "company", data -> data.getDialogContext(NONE, "user")),
                refused("upsertDialogContext", "company", data -> data.upsertDialogContext(NONE, dialog())),
                refused("getClientByPhone", "company", data -> data.getClientByPhone(NONE, PHONE)),
                refused("getClientById", "company", data -> data.getClientById(NONE, CLIENT)),
                refused("getClientAppointments", "company", data -> appointments(data, NONE)),
                refused("getUpcomingAppointments", "company", data -> data.getUpcomingAppointments(NONE, CLIENT)),
                refused("searchClientsByName", "company", data -> data.searchClientsByName(NONE, "name")),
                refused("upsertClient", "company", data -> data.upsertClient(NONE, client(1))),
                refused("upsertClients", "company", data -> data.upsertClients(NONE, List.of(client(1)))),
                refused("getStaffById", "company", data -> data.getStaffById(NONE, MEMBER)),
                refused("getStaff", "company", data -> data.getStaff(NONE, true)),
                refused("getStaffSchedules", "company", data -> data.getStaffSchedules(NONE, ScheduleQuery.all())),
                refused("getStaffSchedule", "company", data -> data.getStaffSchedule(NONE, MEMBER, DATE)),
                refused("upsertStaffSchedules", "company", data -> data.upsertStaffSchedules(NONE, List.of())),
                refused("getServices", "company", data -> data.getServices(NONE, true)),
                refused("getServiceById", "company", data -> data.getServiceById(NONE, null)),
                refused("getServicesByCategory", "company", data -> data.getServicesByCategory(NONE, 5)),
                refused("upsertServices", "company", data -> data.upsertServices(NONE, List.of())),
                refused("getCompany", "company", data -> data.getCompany(NONE)),
                refused("upsertCompany", "company", data -> data.upsertCompany(NONE, new CompaniesRecord())),
                refused("upsertCompany", "values", data -> data.upsertCompany(SALON, null)),
                refused(
                        "upsertCompany",
                        "values.company_id",
                        data -> data.upsertCompany(SALON, new CompaniesRecord().setCompanyId(OTHER.value()))),
                refused(
                        "upsertCompany",
                        "values.title",
                        data -> data.upsertCompany(SALON, new CompaniesRecord().setTitle(" "))));
    }

    private static Stream<Arguments> dialogs() {
        return Stream.of(
                refused("getDialogContext", "userId", data -> data.getDialogContext(SALON, null)),
                refused("getDialogContext", "userId", data -> data.getDialogContext(SALON, " ")),
                refused("upsertDialogContext", "dialog", data -> data.upsertDialogContext(SALON, null)),
                refused(
                        "upsertDialogContext",
                        "dialog.user_id",
                        data -> data.upsertDialogContext(SALON, new DialogContextsRecord())),
                refused(
                        "upsertDialogContext",
                        "dialog.company_id",
                        data -> data.upsertDialogContext(SALON, dialog().setCompanyId(OTHER.value()))));
    }

    private static Stream<Arguments> clients() {
        AppointmentQuery backwards = AppointmentQuery.between(DATE, DATE.minusDays(1));
        return Stream.of(
                refused("getClientByPhone", "phone", data -> data.getClientByPhone(SALON, null)),
                refused("getClientById", "client", data -> data.getClientById(SALON, null)),
                refused(
                        "getClientAppointments",
                        "client",
                        data -> data.getClientAppointments(SALON, null, AppointmentQuery.all())),
                refused("getClientAppointments", "query", data -> data.getClientAppointments(SALON, CLIENT, null)),
                refused(
                        "getClientAppointments",
                        "query.to",
                        data -> data.getClientAppointments(SALON, CLIENT, backwards)),
                refused("getUpcomingAppointments", "client", data -> data.getUpcomingAppointments(SALON, null)),
                refused("searchClientsByName", "name", data -> data.searchClientsByName(SALON, null)),
                refused("searchClientsByName", "name", data -> data.searchClientsByName(SALON, "\t")));
    }

    private static Stream<Arguments> clientRows() {
        ClientsRecord theirs = client(1).setCompanyId(OTHER.value());
        return Stream.of(
                refused("upsertClient", "client", data -> data.upsertClient(SALON, null)),
                refused("upsertClient", "client.company_id", data -> data.upsertClient(SALON, theirs)),
                refused("upsertClient", "client.yclients_id", data -> data.upsertClient(SALON, new ClientsRecord())),
                refused("upsertClient", "client.yclients_id", data -> data.upsertClient(SALON, client(0))),
                refused("upsertClient", "client.name", data -> data.upsertClient(SALON, client(1, " "))),
                refused("upsertClient", "client.phone", data -> data.upsertClient(SALON, phone("12345"))),
                refused("upsertClient", "client.phone", data -> data.upsertClient(SALON, phone(null))),
                refused("upsertClients", "rows", data -> data.upsertClients(SALON, null)),
                refused(
                        "upsertClients",
                        "rows",
                        data -> data.upsertClients(SALON, Collections.nCopies(DataLayer.MAX_BATCH + 1, client(1)))),
                refused("upsertClients", "rows[1]", data -> data.upsertClients(SALON, Arrays.asList(client(1), null))),
                refused(
                        "upsertClients",
                        "rows[1].phone",
                        data -> data.upsertClients(SALON, List.of(client(1), phone("demo_7"), phone("x")))));
    }

    private static Stream<Arguments> staff() {
        ScheduleQuery backwards = ScheduleQuery.between(DATE, DATE.minusDays(1));
        ScheduleQuery ofNull = ScheduleQuery.all().ofStaff(Arrays.asList(MEMBER, null));
        return Stream.of(
                refused("getStaffById", "member", data -> data.getStaffById(SALON, null)),
                refused("getStaffSchedules", "query", data -> data.getStaffSchedules(SALON, null)),
                refused("getStaffSchedules", "query.to", data -> data.getStaffSchedules(SALON, backwards)),
                refused("getStaffSchedules", "query.staff", data -> data.getStaffSchedules(SALON, ofNull)),
                refused("getStaffSchedule", "member", data -> data.getStaffSchedule(SALON, null, DATE)),
                refused("getStaffSchedule", "date", data -> data.getStaffSchedule(SALON, MEMBER, null)),
                refused("upsertStaffSchedules", "rows", data -> data.upsertStaffSchedules(SALON, null)),
                refused(
                        "upsertStaffSchedules",
                        "rows",
                        data -> data.upsertStaffSchedules(SALON, Collections.nCopies(501, day(1, DATE)))),
                refused(
                        "upsertStaffSchedules",
                        "rows[0].yclients_staff_id",
                        data -> data.upsertStaffSchedules(SALON, List.of(new StaffSchedulesRecord().setDate(DATE)))),
                refused(
                        "upsertStaffSchedules",
                        "rows[0].date",
                        data -> data.upsertStaffSchedules(
                                SALON, List.of(new StaffSchedulesRecord().setYclientsStaffId(1L)))));
    }

    private static Stream<Arguments> services() {
        ServicesRecord nameless = new ServicesRecord().setTitle("Стрижка");
        return Stream.of(
                refused("getServiceById", "service", data -> data.getServiceById(SALON, null)),
                refused("getServicesByCategory", "categoryId", data -> data.getServicesByCategory(SALON, 0)),
                refused("upsertServices", "rows", data -> data.upsertServices(SALON, null)),
                refused(
                        "upsertServices",
                        "rows",
                        data -> data.upsertServices(SALON, Collections.nCopies(501, service(1, "x")))),
                refused("upsertServices", "rows[0].title", data -> data.upsertServices(SALON, List.of(service(1, "")))),
                refused(
                        "upsertServices",
                        "rows[0].yclients_id",
                        data -> data.upsertServices(SALON, List.of(nameless))));
    }

    private static Stream<Arguments> limits() {
        AppointmentQuery all = AppointmentQuery.all();
        return Stream.of(-1, 1_001)
                .flatMap(limit -> Stream.of(
                        refused("searchClientsByName", "limit", data -> data.searchClientsByName(SALON, "x", limit)),
                        refused(
                                "getClientAppointments",
                                "limit",
                                data -> data.getClientAppointments(SALON, CLIENT, all, limit)),
                        refused(
                                "getUpcomingAppointments",
                                "limit",
                                data -> data.getUpcomingAppointments(SALON, CLIENT, limit)),
                        refused(
                                "getStaffSchedules",
                                "limit",
                                data -> data.getStaffSchedules(SALON, ScheduleQuery.all(), limit))));
    }

    private static Arguments refused(String method, String field, Function<DataLayer, DataResponse<?>> call) {
        return Arguments.of(method, field, call);
    }

    private static DataResponse<?> appointments(DataLayer data, CompanyId company) {
        return data.getClientAppointments(company, CLIENT, AppointmentQuery.all());
    }

    private static DialogContextsRecord dialog() {
        return new DialogContextsRecord().setUserId("user");
    }

    private static ClientsRecord phone(String phone) {
        return client(1).setPhone(phone);
    }
}
