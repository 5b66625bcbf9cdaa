// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.BookingsRecord;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.RemindersRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.JSONB;

/**
 * One salon of the size of a real one, the same each time: names are Cyrillic, lists hold quotes and commas, documents are
 * nested.
 */
final class SalonData {

    static final long COMPANY = 100_500;
    static final int CLIENTS = 1_304;
    static final int SERVICES = 63;
    static final int STAFF = 12;
    static final int SCHEDULES = 44;
    static final int BOOKINGS = 45;
    static final int DIALOGS = 21;
    static final int REMINDERS = 40;

    private static final List<String> NAMES =
            List.of("Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Жанна", "Зоя", "Илья", "Ксения");
    private static final List<String> SURNAMES = List.of("Орлова", "Лебедев", "Воронина", "Соколов", "Чайка");
    private static final List<String> WORKS =
            List.of("МУЖСКАЯ СТРИЖКА", "Укладка \"Волна\"", "Окрашивание, тон 7.1", "Маникюр {гель}", "Уход \\ маска");

    private final LocalDate today;
    private final Random random = new Random(20_251_201);

    SalonData(LocalDate today) {
        this.today = today;
    }

    static String phone(int client) {
        return String.format("7900%07d", client);
    }

    static String chat(int client) {
        return phone(client) + "@c.us";
    }

    CompaniesRecord company() {
        CompaniesRecord company = new CompaniesRecord();
        company.setCompanyId(COMPANY);
        company.setYclientsId(COMPANY);
        company.setTitle("Салон «Демо»");
        company.setTimezone(ZoneId.of("Europe/Moscow").getId());
        company.setRawData(JSONB.valueOf("{\"coordinates\": {\"lat\": 55.75, \"lon\": 37.61}, \"tags\": []}"));
        return company;
    }

    List<ClientsRecord> clients() {
        return each(CLIENTS, this::client);
    }

    private ClientsRecord client(int i) {
        ClientsRecord client = new ClientsRecord();
        client.setYclientsId(1_000L + i);
        client.setName(NAMES.get(i % NAMES.size()) + " " + SURNAMES.get(i % SURNAMES.size()));
        client.setPhone(phone(i));
        client.setRawPhone("+" + phone(i));
        client.setVisitCount(random.nextInt(40));
        client.setTotalSpent(BigDecimal.valueOf(random.nextInt(9_000_000), 2));
        client.setLastVisitDate(i % 7 == 0 ? null : today.minusDays(random.nextInt(400)));
        client.setTags(new String[] {"постоянный", "любит \"кофе\", чай", i % 3 == 0 ? "" : "VIP"});
        client.setLastServices(new String[] {WORKS.get(i % WORKS.size())});
        client.setVisitHistory(JSONB.valueOf("[{\"date\": \"" + today.minusDays(i % 90)
                + "\", \"services\": [\"Стрижка, укладка\"], \"cost\": " + (1_000 + i) + ".50}]"));
        return client;
    }

    List<ServicesRecord> services() {
        return each(SERVICES, i -> {
            ServicesRecord service = new ServicesRecord();
            service.setYclientsId(2_000L + i);
            service.setTitle(WORKS.get(i % WORKS.size()) + " №" + i);
            service.setCategoryId((long) (i % 6));
            service.setPriceMin(new BigDecimal("1500.00"));
            service.setDuration(3_600);
            service.setWeight(random.nextInt(100));
            service.setIsActive(i % 9 != 0);
            service.setDeclensions(JSONB.valueOf("{\"original\": \"стрижка\", \"genitive\": \"стрижки\"}"));
            return service;
        });
    }

    List<StaffRecord> staff() {
        return each(STAFF, i -> {
            StaffRecord member = new StaffRecord();
            member.setYclientsId(3_000L + i);
            member.setName(NAMES.get(i % NAMES.size()) + " " + (char) ('А' + i));
            member.setIsActive(true);
            member.setServiceIds(new Long[] {2_000L + i, 2_001L + i});
            return member;
        });
    }

    List<StaffSchedulesRecord> schedules() {
        return each(SCHEDULES, i -> {
            StaffSchedulesRecord schedule = new StaffSchedulesRecord();
            schedule.setYclientsStaffId(3_000L + i % STAFF);
            schedule.setDate(today.plusDays(i / STAFF));
            schedule.setIsWorking(true);
            schedule.setHasBookingSlots(true);
            schedule.setWorkStart(LocalTime.of(10, 0));
            schedule.setWorkEnd(LocalTime.of(21, 30));
            return schedule;
        });
    }

    List<BookingsRecord> bookings() {
        return each(BOOKINGS, i -> booking(5_000L + i, i, today.plusDays(1 + i % 10), i % 4 == 0 ? null : "active"));
    }

    BookingsRecord booking(long record, int client, LocalDate day, @org.jspecify.annotations.Nullable String status) {
        BookingsRecord booking = new BookingsRecord();
        booking.setYclientsRecordId(record);
        booking.setClientPhone(phone(client));
        booking.setClientYclientsId(1_000L + client);
        booking.setStaffId(3_000L + client % STAFF);
        booking.setServices(new String[] {WORKS.get(client % WORKS.size())});
        booking.setServiceIds(new Long[] {2_000L + client % SERVICES});
        booking.setDatetime(day.atTime(10 + client % 10, 30));
        booking.setDate(day);
        booking.setCost(new BigDecimal("2500.00"));
        booking.setStatus(status);
        return booking;
    }

    AppointmentsCacheRecord appointment(long record, int client) {
        AppointmentsCacheRecord appointment = new AppointmentsCacheRecord();
        appointment.setYclientsRecordId(record);
        appointment.setClientId(1_000L + client);
        appointment.setAppointmentDatetime(today.plusDays(1)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Moscow"))
                .toOffsetDateTime());
        return appointment;
    }

    List<DialogContextsRecord> dialogs() {
        return each(DIALOGS, i -> {
            DialogContextsRecord dialog = new DialogContextsRecord();
            dialog.setUserId(chat(i));
            dialog.setState("idle");
            dialog.setData(JSONB.valueOf("{\"step\": " + i + ", \"choices\": []}"));
            return dialog;
        });
    }

    List<RemindersRecord> reminders() {
        return each(REMINDERS, i -> {
            RemindersRecord reminder = new RemindersRecord();
            reminder.setRecordId(5_000L + i);
            reminder.setAppointmentDatetime(today.plusDays(1).atTime(12, 0));
            return reminder;
        });
    }

    private static <T> List<T> each(int count, java.util.function.IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
