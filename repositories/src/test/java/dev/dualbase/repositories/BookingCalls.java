// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.appointment;
import static dev.dualbase.repositories.TestBookings.booking;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.reminder;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.ID;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.ClientId;
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

    static List<TenantCalls> of(Backend backend) {
        return List.of(
                bookings(new BookingRepository(backend, CLOCK)),
                appointments(new AppointmentsCacheRepository(backend, CLOCK)),
                notices(new BookingNotificationRepository(backend, CLOCK)),
                reminders(new ReminderRepository(backend, CLOCK)));
    }

    private static TenantCalls bookings(BookingRepository bookings) {
        BookingsRecord changes = bookings.newRecord().setComment("changed");
        return TenantCalls.of(bookings, ID, booking(NEW, TIME), changes)
                .with("findByRecordId", () -> bookings.findByRecordId(SALON, ONE))
                .with("findByPhone", () -> bookings.findByPhone(SALON, PHONE, TEN))
                .with("findByPhone of days", () -> bookings.findByPhone(SALON, PHONE, DATE, DATE, TEN))
                .with("findByClient", () -> bookings.findByClient(SALON, CLIENT, TEN))
                .with("findUpcoming", () -> bookings.findUpcoming(SALON, PHONE, TEN))
                .with("findByDates", () -> bookings.findByDates(SALON, DATE, DATE))
                .with("findByDates of a status", () -> bookings.findByDates(SALON, DATE, DATE, BookingStatus.PAST))
                .with("startingAt", () -> bookings.startingAt(SALON, bookings.newRecord(), instant(TIME + "Z")))
                .with("updateStatus", () -> bookings.updateStatus(SALON, ONE, BookingStatus.DELETED))
                .with("upsert", () -> bookings.upsert(SALON, booking(ONE, TIME)))
                .with("bulkUpsert", () -> bookings.bulkUpsert(SALON, List.of(booking(ONE, TIME))))
                .with(
                        "bulkUpsert with options",
                        () -> bookings.bulkUpsert(SALON, List.of(booking(ONE, TIME)), BulkOptions.isolateBadRows()))
                .with("deleteOlderThan", () -> bookings.deleteOlderThan(SALON, DATE.plusDays(1)));
    }

    private static TenantCalls appointments(AppointmentsCacheRepository appointments) {
        String instant = TIME + "Z";
        AppointmentQuery week = AppointmentQuery.between(DATE, DATE.plusDays(6));
        AppointmentsCacheRecord changes = appointments.newRecord().setStatus("changed");
        return TenantCalls.of(appointments, 7L, appointment(NEW, instant), changes)
                .with("findByRecordId", () -> appointments.findByRecordId(SALON, ONE))
                .with("findActive", () -> appointments.findActive(SALON, TEN))
                .with("findFuture", () -> appointments.findFuture(SALON, TEN))
                .with("findByClient", () -> appointments.findByClient(SALON, CLIENT, TEN))
                .with("findByClient of a query", () -> appointments.findByClient(SALON, CLIENT, week, TEN))
                .with("findUpcoming", () -> appointments.findUpcoming(SALON, CLIENT, TEN))
                .with("upsert", () -> appointments.upsert(SALON, appointment(ONE, instant)))
                .with(
                        "update",
                        () -> appointments.update(
                                SALON, ONE, appointments.newRecord().setStatus("x")))
                .with("markCancelled", () -> appointments.markCancelled(SALON, ONE, "illness"))
                .with("softDelete", () -> appointments.softDelete(SALON, ONE));
    }

    private static TenantCalls notices(BookingNotificationRepository notices) {
        NotificationType type = NotificationType.BOOKING_CREATED;
        BookingNotificationsRecord changes = notices.newRecord().setMessage("changed");
        BookingNotificationsRecord added = notices.newRecord()
                .setYclientsRecordId(NEW.value())
                .setPhone(PHONE.stored())
                .setNotificationType(type.stored())
                .setNotificationDate(DATE)
                .setSentAt(instant(TIME + "Z"));
        return TenantCalls.of(notices, 7L, added, changes)
                .with("claim", () -> notices.claim(SALON, ONE, type, PHONE.stored(), "message"))
                .with("claimFailed", () -> notices.claimFailed(SALON, 8))
                .with("reclaim", () -> notices.reclaim(SALON, 7, instant("2025-11-01T00:00Z")))
                .with("markSent", () -> notices.markSent(SALON, 8))
                .with("markFailed", () -> notices.markFailed(SALON, 7, "error"))
                .with("findRecent", () -> notices.findRecent(SALON, ONE, DAY, List.of(type)))
                .with("isDuplicate", () -> notices.isDuplicate(SALON, ONE, type, DAY))
                .with("findSentToday", () -> notices.findSentToday(SALON, ONE, List.of(type)))
                .with("countByType", () -> notices.countByType(SALON, DAY));
    }

    private static TenantCalls reminders(ReminderRepository reminders) {
        return TenantCalls.of(
                        reminders,
                        7L,
                        reminder(NEW, TIME),
                        reminders.newRecord().setClientId(5L))
                .with("findByRecordId", () -> reminders.findByRecordId(SALON, ONE))
                .with("findDueDayBefore", () -> reminders.findDueDayBefore(SALON, TEN))
                .with("findDueHourBefore", () -> reminders.findDueHourBefore(SALON, Duration.ofHours(1), TEN))
                .with("claimDayBefore", () -> reminders.claimDayBefore(SALON, 7))
                .with("claimHourBefore", () -> reminders.claimHourBefore(SALON, 8))
                .with("confirm", () -> reminders.confirm(SALON, ONE))
                .with("updateStatus", () -> reminders.updateStatus(SALON, TWO, ReminderStatus.CANCELLED))
                .with("upsert", () -> reminders.upsert(SALON, reminder(ONE, TIME)));
    }
}
