// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.service;
import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static dev.dualbase.repositories.schema.Tables.DIALOG_CONTEXTS;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A call of each method of the data layer that finds and changes the rows of {@link TenantRows}. */
final class DataLayerCalls {

    static final String NAMES = "dev.dualbase.repositories.DataLayerCalls#names";
    static final String READS = "dev.dualbase.repositories.DataLayerCalls#reads";
    static final String WRITES = "dev.dualbase.repositories.DataLayerCalls#writes";

    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final ClientId CLIENT = ClientId.of(1);
    private static final StaffId MEMBER = StaffId.of(1);

    private final Map<String, Function<DataLayer, DataResponse<?>>> calls = new LinkedHashMap<>();

    private DataLayerCalls() {
        dialogs();
        clients();
        staff();
        services();
        companies();
    }

    /** By the names of the methods; for an overload, with more words behind it. */
    static Map<String, Function<DataLayer, DataResponse<?>>> all() {
        return new DataLayerCalls().calls;
    }

    static Stream<String> names() {
        return all().keySet().stream();
    }

    static Stream<String> reads() {
        return names().filter(call -> call.startsWith("get") || call.startsWith("search"));
    }

    static Stream<String> writes() {
        return names().filter(call -> call.startsWith("upsert"));
    }

    /** Those that are about a salon. */
    static TenantCalls of(Backend backend) {
        DataLayer data = new DataLayer(backend, CLOCK);
        TenantCalls calls = new TenantCalls(data);
        all().forEach((method, call) -> {
            if (!method.equals("healthCheck")) {
                calls.with(method, () -> call.apply(data));
            }
        });
        return calls;
    }

    private void dialogs() {
        calls.put("getDialogContext", data -> data.getDialogContext(SALON, "user"));
        calls.put(
                "upsertDialogContext",
                data -> data.upsertDialogContext(
                        SALON, DIALOG_CONTEXTS.newRecord().setUserId("user").setState("changed")));
    }

    private void clients() {
        calls.put("getClientByPhone", data -> data.getClientByPhone(SALON, PHONE));
        calls.put("getClientById", data -> data.getClientById(SALON, CLIENT));
        calls.put("getClientAppointments", data -> data.getClientAppointments(SALON, CLIENT, AppointmentQuery.all()));
        calls.put(
                "getClientAppointments within a limit",
                data -> data.getClientAppointments(SALON, CLIENT, AppointmentQuery.all(), 5));
        calls.put("getUpcomingAppointments", data -> data.getUpcomingAppointments(SALON, CLIENT));
        calls.put("getUpcomingAppointments within a limit", data -> data.getUpcomingAppointments(SALON, CLIENT, 5));
        calls.put("searchClientsByName", data -> data.searchClientsByName(SALON, "name"));
        calls.put("searchClientsByName within a limit", data -> data.searchClientsByName(SALON, "name", 5));
        calls.put("upsertClient", data -> data.upsertClient(SALON, client(1, "changed")));
        calls.put("upsertClients", data -> data.upsertClients(SALON, List.of(client(1, "changed"), client(2, "new"))));
    }

    private void staff() {
        calls.put("getStaffById", data -> data.getStaffById(SALON, MEMBER));
        calls.put("getStaff", data -> data.getStaff(SALON, true));
        calls.put("getStaffSchedules", data -> data.getStaffSchedules(SALON, ScheduleQuery.all()));
        calls.put("getStaffSchedules within a limit", data -> data.getStaffSchedules(SALON, ScheduleQuery.all(), 5));
        calls.put("getStaffSchedule", data -> data.getStaffSchedule(SALON, MEMBER, DATE));
        calls.put("upsertStaffSchedules", data -> data.upsertStaffSchedules(SALON, List.of(day(1, DATE))));
    }

    private void services() {
        calls.put("getServices", data -> data.getServices(SALON, true));
        calls.put("getServiceById", data -> data.getServiceById(SALON, ServiceId.of(1)));
        calls.put("getServicesByCategory", data -> data.getServicesByCategory(SALON, 5));
        calls.put("upsertServices", data -> data.upsertServices(SALON, List.of(service(1, "changed"))));
    }

    private void companies() {
        calls.put("getCompany", data -> data.getCompany(SALON));
        calls.put(
                "upsertCompany",
                data -> data.upsertCompany(SALON, COMPANIES.newRecord().setTitle("changed")));
        calls.put("healthCheck", DataLayer::healthCheck);
    }
}
