// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.TEN;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.nextRecord;
import static dev.dualbase.repositories.TestBookings.reminder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.RemindersRecord;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EachBackend
class ReminderRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private ReminderRepository reminders;

    @BeforeEach
    void empty() {
        database.run("DELETE FROM reminders");
        reminders = at("2025-12-02T12:00");
    }

    private static ReminderRepository at(String wallTime) {
        return new ReminderRepository(database.backend(), clockAt(wallTime));
    }

    /** Scenario 22. */
    @Test
    void of_twenty_workers_exactly_one_gets_each_reminder() throws Exception {
        long id = store("2025-12-03T10:00").getId();

        assertThat(Together.run(20, i -> reminders.claimDayBefore(SALON, id)))
                .filteredOn(won -> won)
                .hasSize(1);
        assertThat(Together.run(20, i -> reminders.claimHourBefore(SALON, id)))
                .filteredOn(won -> won)
                .hasSize(1);
    }

    @Test
    void due_the_day_before_are_the_visits_of_tomorrow_that_nobody_claimed() {
        store("2025-12-02T23:59");
        RemindersRecord first = store("2025-12-03T00:00");
        RemindersRecord last = store("2025-12-03T23:59");
        store("2025-12-04T00:00");
        assertThat(reminders.claimDayBefore(SALON, store("2025-12-03T10:00").getId()))
                .isTrue();

        assertThat(reminders.findDueDayBefore(SALON, TEN))
                .extracting(RemindersRecord::getId)
                .containsExactly(first.getId(), last.getId());
    }

    /** Scenario 15. */
    @Test
    void tomorrow_half_past_midnight_is_the_day_after_the_one_that_moscow_has() {
        store("2025-12-03T10:00");
        RemindersRecord tomorrow = store("2025-12-04T10:00");

        assertThat(at("2025-12-03T00:30").findDueDayBefore(SALON, TEN))
                .extracting(RemindersRecord::getId)
                .containsExactly(tomorrow.getId());
    }

    @Test
    void due_shortly_before_are_the_next_visits() {
        store("2025-12-02T11:59");
        RemindersRecord now = store("2025-12-02T12:00");
        RemindersRecord soon = store("2025-12-02T13:59");
        store("2025-12-02T14:00");

        assertThat(reminders.findDueHourBefore(SALON, Duration.ofHours(2), TEN))
                .extracting(RemindersRecord::getId)
                .containsExactly(now.getId(), soon.getId());
    }

    @Test
    void nothing_is_due_of_a_cancelled_visit() {
        RemindersRecord reminder = store("2025-12-03T10:00");
        RecordId record = RecordId.of(reminder.getRecordId());
        assertThat(reminders.updateStatus(SALON, record, ReminderStatus.CANCELLED))
                .isTrue();

        assertThat(reminders.findDueDayBefore(SALON, TEN)).isEmpty();
        assertThat(reminders.claimDayBefore(SALON, reminder.getId())).isFalse();
        assertThat(reminders.claimHourBefore(SALON, reminder.getId())).isFalse();
    }

    @Test
    void a_visit_that_moves_keeps_what_was_sent_and_confirmed() {
        RemindersRecord reminder = store("2025-12-03T10:00");
        RecordId record = RecordId.of(reminder.getRecordId());
        assertThat(reminders.claimDayBefore(SALON, reminder.getId())).isTrue();
        assertThat(reminders.confirm(SALON, record)).isTrue();
        reminders.upsert(SALON, reminder(record, "2025-12-04T10:00"));

        RemindersRecord moved = reminders.findByRecordId(SALON, record).orElseThrow();
        assertThat(moved.getAppointmentDatetime()).isEqualTo("2025-12-04T10:00");
        assertThat(moved.getDayBeforeSent()).isTrue();
        assertThat(moved.getDayBeforeConfirmed()).isTrue();
        assertThat(moved.getDayBeforeSentAt()).isAtSameInstantAs(TestBookings.instant("2025-12-02T12:00+03:00"));
    }

    /** Scenario 10. */
    @Test
    void nothing_of_one_salon_is_seen_or_changed_by_another() {
        RemindersRecord reminder = store("2025-12-03T10:00");
        RecordId record = RecordId.of(reminder.getRecordId());

        assertThat(reminders.claimDayBefore(OTHER_SALON, reminder.getId())).isFalse();
        assertThat(reminders.claimHourBefore(OTHER_SALON, reminder.getId())).isFalse();
        assertThat(reminders.confirm(OTHER_SALON, record)).isFalse();
        assertThat(reminders.updateStatus(OTHER_SALON, record, ReminderStatus.FAILED))
                .isFalse();
        assertThat(reminders.findByRecordId(OTHER_SALON, record)).isEmpty();
        assertThat(reminders.findDueDayBefore(OTHER_SALON, TEN)).isEmpty();
        assertThat(reminders.findDueDayBefore(SALON, TEN)).hasSize(1);
    }

    private RemindersRecord store(String wallTime) {
        return reminders.upsert(SALON, reminder(nextRecord(), wallTime));
    }
}
