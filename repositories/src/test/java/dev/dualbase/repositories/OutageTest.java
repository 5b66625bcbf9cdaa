// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.PHONE;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.TEN;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.json;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.whatsapp.KeyChange;
import dev.dualbase.repositories.whatsapp.KeyType;
import dev.dualbase.repositories.whatsapp.WhatsAppSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario 23. */
@EachBackend
@NotAsService("no server answers, so no right matters")
class OutageTest {

    private static final Backend DEAD = BackendOfRun.dead();
    private static final SalonClock CLOCK = clockAt("2025-12-02T12:00");
    private static final RecordId RECORD = RecordId.of(1);
    private static final LocalDate DAY = LocalDate.parse("2025-12-02");
    private static final Duration HOUR = Duration.ofHours(1);

    @AfterAll
    static void close() {
        DEAD.close();
    }

    @ParameterizedTest
    @MethodSource({"bookings", "appointments", "notices", "reminders", "dialogs", "messages", "events", "sessions"})
    void an_outage_is_never_an_empty_answer(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ConnectionFailureException.class);
    }

    static Stream<Named<ThrowingCallable>> bookings() {
        BookingRepository bookings = new BookingRepository(DEAD, CLOCK);
        return Stream.of(
                call("Booking.findByRecordId", () -> bookings.findByRecordId(SALON, RECORD)),
                call("Booking.findByPhone", () -> bookings.findByPhone(SALON, PHONE, TEN)),
                call("Booking.findByClient", () -> bookings.findByClient(SALON, ClientId.of(1), TEN)),
                call("Booking.findUpcoming", () -> bookings.findUpcoming(SALON, PHONE, TEN)),
                call("Booking.findByDates", () -> bookings.findByDates(SALON, DAY, DAY)),
                call("Booking.findById", () -> bookings.findById(SALON, new UUID(0, 0))),
                call("Booking.updateStatus", () -> bookings.updateStatus(SALON, RECORD, BookingStatus.PAST)));
    }

    static Stream<Named<ThrowingCallable>> appointments() {
        AppointmentsCacheRepository appointments = new AppointmentsCacheRepository(DEAD, CLOCK);
        return Stream.of(
                call("Appointments.findByRecordId", () -> appointments.findByRecordId(SALON, RECORD)),
                call("Appointments.findActive", () -> appointments.findActive(SALON, TEN)),
                call("Appointments.findFuture", () -> appointments.findFuture(SALON, TEN)),
                call("Appointments.findByClient", () -> appointments.findByClient(SALON, ClientId.of(1), TEN)),
                call("Appointments.softDelete", () -> appointments.softDelete(SALON, RECORD)));
    }

    static Stream<Named<ThrowingCallable>> notices() {
        BookingNotificationRepository notices = new BookingNotificationRepository(DEAD, CLOCK);
        NotificationType type = NotificationType.BOOKING_CREATED;
        return Stream.of(
                call("Notification.claim", () -> notices.claim(SALON, RECORD, type, "7900", "")),
                call("Notification.findRecent", () -> notices.findRecent(SALON, RECORD, HOUR, List.of(type))),
                call("Notification.isDuplicate", () -> notices.isDuplicate(SALON, RECORD, type, HOUR)),
                call("Notification.findSentToday", () -> notices.findSentToday(SALON, RECORD, List.of(type))),
                call("Notification.countByType", () -> notices.countByType(SALON, HOUR)));
    }

    static Stream<Named<ThrowingCallable>> reminders() {
        ReminderRepository reminders = new ReminderRepository(DEAD, CLOCK);
        return Stream.of(
                call("Reminder.findByRecordId", () -> reminders.findByRecordId(SALON, RECORD)),
                call("Reminder.findDueDayBefore", () -> reminders.findDueDayBefore(SALON, TEN)),
                call("Reminder.findDueHourBefore", () -> reminders.findDueHourBefore(SALON, HOUR, TEN)),
                call("Reminder.claimDayBefore", () -> reminders.claimDayBefore(SALON, 1)));
    }

    static Stream<Named<ThrowingCallable>> dialogs() {
        DialogContextRepository dialogs = new DialogContextRepository(DEAD, CLOCK);
        DialogMessage message = DialogMessage.fromUser("", instant("2025-12-02T09:00Z"));
        return Stream.of(
                call("Dialog.find", () -> dialogs.find(SALON, "7900")),
                call("Dialog.findMessages", () -> dialogs.findMessages(SALON, "7900")),
                call("Dialog.appendMessage", () -> dialogs.appendMessage(SALON, "7900", message)));
    }

    static Stream<Named<ThrowingCallable>> messages() {
        MessageRepository messages = new MessageRepository(DEAD, CLOCK);
        return Stream.of(
                call("Message.findRecent", () -> messages.findRecent(SALON, "7900", instant("2025-12-02T09:00Z"), TEN)),
                call("Message.hasRecentActivity", () -> messages.hasRecentActivity(SALON, "7900", HOUR)));
    }

    static Stream<Named<ThrowingCallable>> events() {
        WebhookEventRepository events = new WebhookEventRepository(DEAD, CLOCK);
        return Stream.of(
                call("Webhook.claim", () -> events.claim(SALON, "e", "x", null, json("{}"))),
                call("Webhook.findByEventId", () -> events.findByEventId(SALON, "e")),
                call("Webhook.findUnprocessed", () -> events.findUnprocessed(SALON, TEN)));
    }

    static Stream<Named<ThrowingCallable>> sessions() {
        WhatsAppSessionStore sessions = new WhatsAppSessionStore(DEAD, Clock.systemUTC());
        KeyChange change = KeyChange.set(KeyType.SESSION, "1", json("{}"));
        return Stream.of(
                call("Session.loadCredentials", () -> sessions.loadCredentials(SALON)),
                call("Session.saveCredentials", () -> sessions.saveCredentials(SALON, json("{}"))),
                call("Session.getKeys", () -> sessions.getKeys(SALON, KeyType.SESSION, List.of("1"))),
                call("Session.setKeys", () -> sessions.setKeys(SALON, List.of(change))),
                call("Session.removeSession", () -> sessions.removeSession(SALON)),
                call("Session.statistics", sessions::statisticsAcrossCompanies));
    }

    private static Named<ThrowingCallable> call(String name, ThrowingCallable call) {
        return Named.of(name, call);
    }
}
