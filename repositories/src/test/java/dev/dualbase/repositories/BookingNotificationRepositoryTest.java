// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.NotificationType.BOOKING_CHANGED;
import static dev.dualbase.repositories.NotificationType.BOOKING_CREATED;
import static dev.dualbase.repositories.NotificationType.REMINDER_2HOURS;
import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.nextRecord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.BookingNotificationsRecord;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EachBackend
class BookingNotificationRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private static final Duration DAY = Duration.ofHours(24);

    private final RecordId record = nextRecord();
    private BookingNotificationRepository notices;

    @BeforeEach
    void empty() {
        database.run("DELETE FROM booking_notifications");
        notices = at("2025-12-02T12:00");
    }

    private static BookingNotificationRepository at(String wallTime) {
        return new BookingNotificationRepository(database.backend(), clockAt(wallTime));
    }

    /** Scenario 22. */
    @Test
    void of_twenty_workers_exactly_one_gets_the_claim() throws Exception {
        List<Optional<BookingNotificationsRecord>> claims = Together.run(20, i -> claim(SALON, REMINDER_2HOURS));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(database.query("SELECT count(*) FROM booking_notifications")).containsExactly("1");
    }

    @Test
    void a_claim_is_stored_before_anything_is_sent() {
        BookingNotificationsRecord claim = claim(SALON, BOOKING_CREATED).orElseThrow();

        assertThat(claim.getStatus()).isEqualTo("claimed");
        assertThat(claim.getPhone()).isEqualTo("demo_6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        assertThat(notices.findSentToday(SALON, record, List.of(BOOKING_CREATED)))
                .isEmpty();
        assertThat(notices.isDuplicate(SALON, record, BOOKING_CREATED, DAY)).isTrue();
    }

    @Test
    void other_types_bookings_salons_and_days_are_other_claims() {
        assertThat(claim(SALON, BOOKING_CREATED)).isPresent();

        assertThat(claim(SALON, BOOKING_CREATED)).isEmpty();
        assertThat(claim(SALON, BOOKING_CHANGED)).isPresent();
        assertThat(claim(OTHER_SALON, BOOKING_CREATED)).isPresent();
        assertThat(at("2025-12-03T12:00").claim(SALON, record, BOOKING_CREATED, "7900", ""))
                .isPresent();
    }

    /** Scenario 15. */
    @Test
    void today_half_past_midnight_is_the_day_that_moscow_has() {
        assertThat(claim(SALON, BOOKING_CREATED)).isPresent();
        BookingNotificationRepository nextDay = at("2025-12-03T00:30");

        assertThat(nextDay.findSentToday(SALON, record, List.of(BOOKING_CREATED)))
                .isEmpty();
        BookingNotificationsRecord claim =
                nextDay.claim(SALON, record, BOOKING_CREATED, "7900", "").orElseThrow();
        assertThat(claim.getNotificationDate()).isEqualTo("2025-12-03");
        assertThat(nextDay.markSent(SALON, claim.getId())).isTrue();
        assertThat(nextDay.findSentToday(SALON, record, List.of(BOOKING_CREATED)))
                .hasSize(1);
    }

    @Test
    void a_notice_that_was_sent_is_a_duplicate_within_its_window() {
        send(BOOKING_CREATED);

        assertThat(at("2025-12-03T12:00").isDuplicate(SALON, record, BOOKING_CREATED, DAY))
                .isTrue();
        assertThat(at("2025-12-03T12:01").isDuplicate(SALON, record, BOOKING_CREATED, DAY))
                .isFalse();
        assertThat(notices.isDuplicate(SALON, record, BOOKING_CHANGED, DAY)).isFalse();
    }

    @Test
    void a_notice_that_failed_says_why_and_can_be_claimed_again_by_one() throws Exception {
        long id = claim(SALON, BOOKING_CREATED).orElseThrow().getId();
        assertThat(notices.markFailed(SALON, id, "timeout")).isTrue();

        assertThat(notices.isDuplicate(SALON, record, BOOKING_CREATED, DAY)).isFalse();
        assertThat(notices.findById(SALON, id).orElseThrow().getErrorMessage()).isEqualTo("timeout");
        assertThat(Together.run(8, i -> notices.claimFailed(SALON, id)))
                .filteredOn(won -> won)
                .hasSize(1);
    }

    @Test
    void a_notice_whose_claimer_went_down_is_claimed_again_by_one() throws Exception {
        long id = claim(SALON, BOOKING_CREATED).orElseThrow().getId();
        BookingNotificationRepository later = at("2025-12-02T13:00");

        assertThat(Together.run(8, i -> later.reclaim(SALON, id, instant("2025-12-02T12:30+03:00"))))
                .filteredOn(won -> won)
                .hasSize(1);
        BookingNotificationsRecord claim = notices.findById(SALON, id).orElseThrow();
        assertThat(claim.getStatus()).isEqualTo("claimed");
        assertThat(claim.getSentAt()).isEqualTo("2025-12-02T13:00+03:00");
    }

    @Test
    void a_notice_that_is_young_or_was_sent_or_failed_is_not_claimed_again() {
        OffsetDateTime noon = instant("2025-12-02T12:00+03:00");
        long young = claim(SALON, BOOKING_CREATED).orElseThrow().getId();
        long sent = send(BOOKING_CHANGED).getId();
        long failed = claim(SALON, REMINDER_2HOURS).orElseThrow().getId();
        assertThat(notices.markFailed(SALON, failed, "timeout")).isTrue();
        BookingNotificationRepository later = at("2025-12-02T13:00");

        assertThat(later.reclaim(SALON, young, noon)).isFalse();
        assertThat(later.reclaim(SALON, sent, noon.plusMinutes(1))).isFalse();
        assertThat(later.reclaim(SALON, failed, noon.plusMinutes(1))).isFalse();
        assertThatThrownBy(() -> notices.reclaim(SALON, young, noon.plusMinutes(1)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void recent_notices_come_newest_first_and_of_the_types_asked_for() {
        send(BOOKING_CREATED);
        assertThat(at("2025-12-02T13:00").claim(SALON, record, BOOKING_CHANGED, "7900", ""))
                .isPresent();
        claim(SALON, REMINDER_2HOURS);
        BookingNotificationRepository later = at("2025-12-02T14:00");

        assertThat(later.findRecent(SALON, record, DAY, List.of(BOOKING_CREATED, BOOKING_CHANGED)))
                .extracting(BookingNotificationsRecord::getNotificationType)
                .containsExactly("booking_changed", "booking_created");
        assertThat(later.findRecent(SALON, record, Duration.ofMinutes(90), List.of(NotificationType.values())))
                .hasSize(1);
        assertThat(later.findRecent(SALON, record, DAY, List.of())).isEmpty();
    }

    @Test
    void a_notice_of_older_code_without_a_status_counts_as_sent() {
        send(BOOKING_CREATED);
        database.run("UPDATE booking_notifications SET status = NULL");

        assertThat(notices.findSentToday(SALON, record, List.of(BOOKING_CREATED)))
                .hasSize(1);
    }

    /** Scenario 18. */
    @Test
    void counts_by_type_are_exact_numbers() {
        send(BOOKING_CREATED);
        claim(OTHER_SALON, BOOKING_CREATED);
        assertThat(notices.claim(SALON, nextRecord(), BOOKING_CREATED, "7900", ""))
                .isPresent();

        assertThat(notices.countByType(SALON, DAY))
                .hasSize(NotificationType.values().length)
                .containsEntry(BOOKING_CREATED, 2L)
                .containsEntry(BOOKING_CHANGED, 0L);
    }

    /** Scenario 10. */
    @Test
    void nothing_of_one_salon_is_seen_or_changed_by_another() {
        BookingNotificationsRecord sent = send(BOOKING_CREATED);

        assertThat(notices.markFailed(OTHER_SALON, sent.getId(), "")).isFalse();
        assertThat(notices.markSent(OTHER_SALON, sent.getId())).isFalse();
        assertThat(notices.claimFailed(OTHER_SALON, sent.getId())).isFalse();
        database.run("UPDATE booking_notifications SET status = 'claimed'");
        assertThat(at("2025-12-02T13:00").reclaim(OTHER_SALON, sent.getId(), instant("2025-12-02T12:30+03:00")))
                .isFalse();
        assertThat(notices.isDuplicate(OTHER_SALON, record, BOOKING_CREATED, DAY))
                .isFalse();
        assertThat(notices.findRecent(OTHER_SALON, record, DAY, List.of(BOOKING_CREATED)))
                .isEmpty();
        assertThat(notices.findSentToday(OTHER_SALON, record, List.of(BOOKING_CREATED)))
                .isEmpty();
        assertThat(notices.countByType(OTHER_SALON, DAY)).containsEntry(BOOKING_CREATED, 0L);
    }

    @Test
    void a_window_that_has_no_meaning_is_refused() {
        assertThatThrownBy(() -> notices.isDuplicate(SALON, record, BOOKING_CREATED, Duration.ofMinutes(-1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> notices.countByType(SALON, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @EnumSource(NotificationType.class)
    void every_type_can_be_written_and_read(NotificationType type) {
        String stored = claim(SALON, type).orElseThrow().getNotificationType();

        assertThat(NotificationType.tryParse(stored)).contains(type);
    }

    private Optional<BookingNotificationsRecord> claim(CompanyId salon, NotificationType type) {
        return notices.claim(salon, record, type, "demo_6f9619ff-8b86-d011-b42d-00cf4fc964ff", "Ждём вас");
    }

    private BookingNotificationsRecord send(NotificationType type) {
        BookingNotificationsRecord claim = claim(SALON, type).orElseThrow();
        assertThat(notices.markSent(SALON, claim.getId())).isTrue();
        return claim;
    }
}
