// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.appointment;
import static dev.dualbase.repositories.TestBookings.booking;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.reminder;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.ID;
import static dev.dualbase.repositories.TestSalon.PHONE;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.BookingNotificationsRecord;
import dev.dualbase.repositories.schema.BookingsRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Calls of the repositories of bookings, of their copies, and of what clients are told about them. */
final class BookingCalls {

    private static final RecordId ONE = RecordId.of(1);
    private static final RecordId TWO = RecordId.of(2);
    private static final RecordId NEW = RecordId.of(3);
    private static final ClientId CLIENT = ClientId.of(1);
    private static final LocalDate DATE = LocalDate.of(2025, 12, 2);
    private static final String TIME = "2025-12-02T10:00";
    private static final Limit TEN = Limit.of(10);
    private static final Duration DAY = Duration.ofDays(1);

    private BookingCalls() {}

    static List<TenantCalls> of(Backend backend, CompanyId salon) {
        return List.of(
                bookings(new BookingRepository(backend, CLOCK), salon),
                appointments(new AppointmentsCacheRepository(backend, CLOCK), salon),
                notices(new BookingNotificationRepository(backend, CLOCK), salon),
                reminders(new ReminderRepository(backend, CLOCK), salon));
    }

    private static TenantCalls bookings(BookingRepository bookings, CompanyId salon) {
        BookingsRecord changes = bookings.newRecord().setComment("changed");
        return TenantCalls.of(salon, bookings, ID, booking(NEW, TIME), changes)
                .with("findByRecordId", () -> bookings.findByRecordId(salon, ONE))
                .with("findByPhone", () -> bookings.findByPhone(salon, PHONE, TEN))
                .with("findByPhone of days", () -> bookings.findByPhone(salon, PHONE, DATE, DATE, TEN))
                .with("findByClient", () -> bookings.findByClient(salon, CLIENT, TEN))
                .with("findUpcoming", () -> bookings.findUpcoming(salon, PHONE, TEN))
                .with("findByDates", () -> bookings.findByDates(salon, DATE, DATE))
                .with("findByDates of a status", () -> bookings.findByDates(salon, DATE, DATE, BookingStatus.PAST))
                .with("startingAt", () -> bookings.startingAt(salon, bookings.newRecord(), instant(TIME + "Z")))
                .with("updateStatus", () -> bookings.updateStatus(salon, ONE, BookingStatus.DELETED))
                .with("upsert", () -> bookings.upsert(salon, booking(ONE, TIME)))
                .with("bulkUpsert", () -> bookings.bulkUpsert(salon, List.of(booking(ONE, TIME))))
                .with(
                        "bulkUpsert with options",
                        () -> bookings.bulkUpsert(salon, List.of(booking(ONE, TIME)), BulkOptions.isolateBadRows()))
                .with("deleteOlderThan", () -> bookings.deleteOlderThan(salon, DATE.plusDays(1)));
    }

    private static TenantCalls appointments(AppointmentsCacheRepository appointments, CompanyId salon) {
        String instant = TIME + "Z";
        AppointmentQuery week = AppointmentQuery.between(DATE, DATE.plusDays(6));
        AppointmentsCacheRecord changes = appointments.newRecord().setStatus("changed");
        return TenantCalls.of(salon, appointments, 7L, appointment(NEW, instant), changes)
                .with("findByRecordId", () -> appointments.findByRecordId(salon, ONE))
                .with("findActive", () -> appointments.findActive(salon, TEN))
                .with("findFuture", () -> appointments.findFuture(salon, TEN))
                .with("findByClient", () -> appointments.findByClient(salon, CLIENT, TEN))
                .with("findByClient of a query", () -> appointments.findByClient(salon, CLIENT, week, TEN))
                .with("findUpcoming", () -> appointments.findUpcoming(salon, CLIENT, TEN))
                .with("upsert", () -> appointments.upsert(salon, appointment(ONE, instant)))
                .with(
                        "update",
                        () -> appointments.update(
                                salon, ONE, appointments.newRecord().setStatus("x")))
                .with("markCancelled", () -> appointments.markCancelled(salon, ONE, "illness"))
                .with("softDelete", () -> appointments.softDelete(salon, ONE));
    }

    private static TenantCalls notices(BookingNotificationRepository notices, CompanyId salon) {
        NotificationType type = NotificationType.BOOKING_CREATED;
        BookingNotificationsRecord changes = notices.newRecord().setMessage("changed");
        BookingNotificationsRecord added = notices.newRecord()
                .setYclientsRecordId(NEW.value())
                .setPhone(PHONE.stored())
                .setNotificationType(type.stored())
                .setNotificationDate(DATE)
                .setSentAt(instant(TIME + "Z"));
        return TenantCalls.of(salon, notices, 7L, added, changes)
                .with("claim", () -> notices.claim(salon, ONE, type, PHONE.stored(), "message"))
                .with("claimFailed", () -> notices.claimFailed(salon, 8))
                .with("reclaim", () -> notices.reclaim(salon, 7, instant("2025-11-01T00:00Z")))
                .with("markSent", () -> notices.markSent(salon, 8))
                .with("markFailed", () -> notices.markFailed(salon, 7, "error"))
                .with("findRecent", () -> notices.findRecent(salon, ONE, DAY, List.of(type)))
                .with("isDuplicate", () -> notices.isDuplicate(salon, ONE, type, DAY))
                .with("findSentToday", () -> notices.findSentToday(salon, ONE, List.of(type)))
                .with("countByType", () -> notices.countByType(salon, DAY));
    }

    private static TenantCalls reminders(ReminderRepository reminders, CompanyId salon) {
        return TenantCalls.of(
                        salon,
                        reminders,
                        7L,
                        reminder(NEW, TIME),
                        reminders.newRecord().setClientId(5L))
                .with("findByRecordId", () -> reminders.findByRecordId(salon, ONE))
                .with("findDueDayBefore", () -> reminders.findDueDayBefore(salon, TEN))
                .with("findDueHourBefore", () -> reminders.findDueHourBefore(salon, Duration.ofHours(1), TEN))
                .with("claimDayBefore", () -> reminders.claimDayBefore(salon, 7))
                .with("claimHourBefore", () -> reminders.claimHourBefore(salon, 8))
                .with("confirm", () -> reminders.confirm(salon, ONE))
                .with("updateStatus", () -> reminders.updateStatus(salon, TWO, ReminderStatus.CANCELLED))
                .with("upsert", () -> reminders.upsert(salon, reminder(ONE, TIME)));
    }
}
