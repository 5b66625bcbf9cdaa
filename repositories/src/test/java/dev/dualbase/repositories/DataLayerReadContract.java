// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.appointment;
import static dev.dualbase.repositories.TestBookings.nextRecord;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.TestSalon.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each reading method of the data layer finds, and what it says where there is nothing. */
interface DataLayerReadContract extends DataLayerCase {

    ClientId CLIENT = ClientId.of(1);
    LocalDate MONDAY = LocalDate.of(2025, 12, 1);
    LocalDate TUESDAY = MONDAY.plusDays(1);

    private void fill(CompanyId salon) {
        new DialogContextRepository(backend(), CLOCK)
                .upsert(salon, new DialogContextsRecord().setUserId("user").setState(salon.toString()));
        new ClientRepository(backend()).upsert(salon, client(1, "Анна " + salon));
        new StaffRepository(backend()).upsert(salon, member(1, "Борис " + salon));
        new StaffScheduleRepository(backend())
                .upsert(salon, day(1, MONDAY).setStaffName("Борис").setWorkingHours(salon.toString()));
        new ServiceRepository(backend())
                .upsert(salon, service(1, "Стрижка " + salon).setCategoryId(5L));
    }

    @Test
    default void what_is_there_is_found_in_its_salon_only() {
        fill(SALON);
        fill(OTHER);
        assertThat(data().getDialogContext(SALON, "user").orThrow().getState()).isEqualTo("962302");
        assertThat(data().getClientByPhone(SALON, PHONE).orThrow().getName()).isEqualTo("Анна 962302");
        assertThat(data().getClientById(SALON, CLIENT).orThrow().getName()).isEqualTo("Анна 962302");
        assertThat(data().getStaffById(SALON, StaffId.of(1)).orThrow().getName())
                .isEqualTo("Борис 962302");
        assertThat(data().getServiceById(SALON, ServiceId.of(1)).orThrow().getTitle())
                .isEqualTo("Стрижка 962302");
        assertThat(data().getStaffSchedule(SALON, StaffId.of(1), MONDAY)
                        .orThrow()
                        .getWorkingHours())
                .isEqualTo("962302");
        assertThat(data().getCompany(SALON).orThrow().getTitle()).isEqualTo("salon 962302");
        assertThat(data().searchClientsByName(SALON, "анна").orThrow()).hasSize(1);
        assertThat(data().getStaff(SALON, false).orThrow()).hasSize(1);
        assertThat(data().getServices(SALON, false).orThrow()).hasSize(1);
    }

    @Test
    default void a_query_of_appointments_is_heard_in_all_its_parts() {
        RecordId monday = appointmentOf(CLIENT, "2025-12-01T00:00+03:00", "confirmed");
        RecordId evening = appointmentOf(CLIENT, "2025-12-01T23:59+03:00", "cancelled");
        RecordId tuesday = appointmentOf(CLIENT, "2025-12-02T00:00+03:00", "confirmed");
        appointmentOf(ClientId.of(2), "2025-12-01T12:00+03:00", "confirmed");

        assertThat(appointments(AppointmentQuery.all())).containsExactly(tuesday, evening, monday);
        assertThat(appointments(AppointmentQuery.between(MONDAY, MONDAY).earliestFirst()))
                .containsExactly(monday, evening);
        assertThat(appointments(AppointmentQuery.all().startingOn(TUESDAY))).containsExactly(tuesday);
        assertThat(appointments(AppointmentQuery.all().withStatus("cancelled"))).containsExactly(evening);
    }

    @Test
    default void upcoming_are_those_that_stand_the_next_first() {
        appointmentOf(CLIENT, "2025-12-02T00:29+03:00", "confirmed");
        appointmentOf(CLIENT, "2025-12-02T11:00+03:00", "cancelled");
        appointmentOf(CLIENT, "2025-12-02T11:00+03:00", "deleted");
        RecordId later = appointmentOf(CLIENT, "2025-12-03T10:00+03:00", null);
        RecordId next = appointmentOf(CLIENT, "2025-12-02T00:30+03:00", "confirmed");
        RecordId flagged = appointmentOf(CLIENT, "2025-12-02T12:00+03:00", "confirmed");
        assertThat(new AppointmentsCacheRepository(backend(), CLOCK).markCancelled(SALON, flagged, ""))
                .isTrue();

        assertThat(records(data().getUpcomingAppointments(SALON, CLIENT))).containsExactly(next, later);
    }

    @Test
    default void staff_are_in_the_order_of_their_names_and_inactive_ones_on_request() {
        StaffRepository staff = new StaffRepository(backend());
        staff.upsert(SALON, member(1, "Вера"));
        staff.upsert(SALON, member(2, "Анна"));
        staff.upsert(SALON, member(3, "Борис").setIsActive(false));

        assertThat(data().getStaff(SALON, false).orThrow())
                .extracting(StaffRecord::getName)
                .containsExactly("Анна", "Вера");
        assertThat(data().getStaff(SALON, true).orThrow()).hasSize(3);
    }

    @Test
    default void a_query_of_schedules_is_heard_in_all_its_parts() {
        StaffScheduleRepository schedules = new StaffScheduleRepository(backend());
        schedules.upsert(SALON, day(2, TUESDAY).setStaffName("Вера"));
        schedules.upsert(SALON, day(1, TUESDAY).setStaffName("Анна").setIsWorking(false));
        schedules.upsert(SALON, day(1, MONDAY).setStaffName("Анна"));

        assertThat(schedules(ScheduleQuery.all())).containsExactly(MONDAY, TUESDAY, TUESDAY);
        assertThat(schedules(ScheduleQuery.between(MONDAY, MONDAY))).containsExactly(MONDAY);
        assertThat(schedules(ScheduleQuery.all().ofStaff(List.of(StaffId.of(1)))))
                .containsExactly(MONDAY, TUESDAY);
        assertThat(schedules(ScheduleQuery.all().ofStaffNamed("Вера"))).containsExactly(TUESDAY);
        assertThat(schedules(ScheduleQuery.all().ofStaffNamed("Вер"))).isEmpty();
        assertThat(schedules(ScheduleQuery.all().working(false))).containsExactly(TUESDAY);
        assertThat(schedules(ScheduleQuery.all().ofStaff(List.of()))).isEmpty();
    }

    @Test
    default void services_are_the_heaviest_first_and_then_by_title() {
        ServiceRepository services = new ServiceRepository(backend());
        services.upsert(SALON, service(1, "Б").setWeight(1).setCategoryId(5L));
        services.upsert(SALON, service(2, "А").setWeight(1).setCategoryId(5L));
        services.upsert(SALON, service(3, "В").setWeight(2).setCategoryId(6L));
        services.upsert(SALON, service(4, "Г").setWeight(3).setCategoryId(5L).setIsActive(false));

        assertThat(titles(data().getServices(SALON, false))).containsExactly("В", "А", "Б");
        assertThat(titles(data().getServices(SALON, true))).containsExactly("Г", "В", "А", "Б");
        assertThat(titles(data().getServicesByCategory(SALON, 5))).containsExactly("А", "Б");
    }

    @Test
    default void a_search_takes_every_character_for_itself() {
        new ClientRepository(backend()).upsert(SALON, client(1, "50% скидка"));
        new ClientRepository(backend()).upsert(SALON, client(2, "500 скидка"));

        assertThat(data().searchClientsByName(SALON, "50% СКИДКА").orThrow())
                .extracting(ClientsRecord::getYclientsId)
                .containsExactly(1L);
    }

    @Test
    default void a_backend_that_answers_is_healthy() {
        assertThat(data().healthCheck().orThrow().reachable()).isTrue();
        assertThat(data().healthCheck().backend()).isEqualTo(backend().id());
    }

    private RecordId appointmentOf(ClientId client, String instant, String status) {
        RecordId record = nextRecord();
        new AppointmentsCacheRepository(backend(), CLOCK)
                .upsert(
                        SALON,
                        appointment(record, instant).setClientId(client.value()).setStatus(status));
        return record;
    }

    private List<RecordId> appointments(AppointmentQuery query) {
        return records(data().getClientAppointments(SALON, CLIENT, query));
    }

    private static List<RecordId> records(DataResponse<List<AppointmentsCacheRecord>> response) {
        return response.orThrow().stream()
                .map(row -> RecordId.of(row.getYclientsRecordId()))
                .toList();
    }

    private List<LocalDate> schedules(ScheduleQuery query) {
        return data().getStaffSchedules(SALON, query).orThrow().stream()
                .map(StaffSchedulesRecord::getDate)
                .toList();
    }

    private static List<String> titles(DataResponse<List<ServicesRecord>> response) {
        return response.orThrow().stream().map(ServicesRecord::getTitle).toList();
    }
}
