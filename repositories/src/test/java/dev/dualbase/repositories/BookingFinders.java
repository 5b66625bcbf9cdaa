// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.Finders.SALON;
import static dev.dualbase.repositories.Finders.TEN;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;

import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.RecordId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The finders of bookings, of their copies, and of what clients are told about them. */
final class BookingFinders {

    private static final RecordId RECORD = RecordId.of(50);
    private static final ClientId CLIENT = ClientId.of(50);
    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final Duration DAY = Duration.ofDays(1);

    private BookingFinders() {}

    static void addTo(Finders finders) {
        bookings(finders);
        appointments(finders);
        notices(finders);
        reminders(finders);
    }

    private static void bookings(Finders finders) {
        BookingRepository bookings = new BookingRepository(finders.backend(), CLOCK);
        LocalDate end = DATE.plusDays(6);
        finders.of(bookings, () -> bookings.findById(SALON, new UUID(0, 7)))
                .with("findByRecordId", () -> bookings.findByRecordId(SALON, RECORD))
                .with("findByPhone", () -> bookings.findByPhone(SALON, PHONE, TEN))
                .with("findByPhone of days", () -> bookings.findByPhone(SALON, PHONE, DATE, end, TEN))
                .with("findByClient", () -> bookings.findByClient(SALON, CLIENT, TEN))
                .with("findUpcoming", () -> bookings.findUpcoming(SALON, PHONE, TEN))
                .with("findByDates", () -> bookings.findByDates(SALON, DATE, end))
                .with("findByDates of a status", () -> bookings.findByDates(SALON, DATE, end, BookingStatus.PAST));
    }

    private static void appointments(Finders finders) {
        AppointmentsCacheRepository appointments = new AppointmentsCacheRepository(finders.backend(), CLOCK);
        AppointmentQuery week = AppointmentQuery.between(DATE, DATE.plusDays(6)).earliestFirst();
        finders.of(appointments, () -> appointments.findById(SALON, 50))
                .with("findByRecordId", () -> appointments.findByRecordId(SALON, RECORD))
                .with("findActive", () -> appointments.findActive(SALON, TEN))
                .with("findFuture", () -> appointments.findFuture(SALON, TEN))
                .with("findByClient", () -> appointments.findByClient(SALON, CLIENT, TEN))
                .with("findByClient of a query", () -> appointments.findByClient(SALON, CLIENT, week, TEN))
                .with("findUpcoming", () -> appointments.findUpcoming(SALON, CLIENT, TEN));
    }

    private static void notices(Finders finders) {
        BookingNotificationRepository notices = new BookingNotificationRepository(finders.backend(), CLOCK);
        NotificationType type = NotificationType.BOOKING_CREATED;
        List<NotificationType> types = List.of(NotificationType.values());
        finders.of(notices, () -> notices.findById(SALON, 50))
                .with("findRecent", () -> notices.findRecent(SALON, RECORD, DAY, types))
                .with("isDuplicate", () -> notices.isDuplicate(SALON, RECORD, type, DAY))
                .with("findSentToday", () -> notices.findSentToday(SALON, RECORD, types))
                .with("countByType", () -> notices.countByType(SALON, DAY));
    }

    private static void reminders(Finders finders) {
        ReminderRepository reminders = new ReminderRepository(finders.backend(), CLOCK);
        finders.of(reminders, () -> reminders.findById(SALON, 50))
                .with("findByRecordId", () -> reminders.findByRecordId(SALON, RECORD))
                .with("findDueDayBefore", () -> reminders.findDueDayBefore(SALON, TEN))
                .with("findDueHourBefore", () -> reminders.findDueHourBefore(SALON, Duration.ofHours(1), TEN));
    }
}
