// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.PHONE;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.TEN;
import static dev.dualbase.repositories.TestBookings.booking;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.nextPhone;
import static dev.dualbase.repositories.TestBookings.nextRecord;
import static dev.dualbase.repositories.schema.Tables.BOOKINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.BookingsRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@EachBackend
class BookingRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private BookingRepository bookings;

    @BeforeEach
    void open() {
        bookings = at("2025-12-01T12:00");
    }

    private static BookingRepository at(String wallTime) {
        return new BookingRepository(database.backend(), clockAt(wallTime));
    }

    @Test
    void a_booking_is_found_by_its_number() {
        RecordId record = nextRecord();
        bookings.upsert(
                SALON, booking(record, "2025-12-02T10:00").setServices(new String[] {"СТРИЖКА \"A, B\"", "{}"}));

        BookingsRecord found = bookings.findByRecordId(SALON, record).orElseThrow();
        assertThat(found.getDatetime()).isEqualTo("2025-12-02T10:00");
        assertThat(found.getServices()).containsExactly("СТРИЖКА \"A, B\"", "{}");
        assertThat(bookings.findByRecordId(SALON, nextRecord())).isEmpty();
    }

    @Test
    void bookings_of_a_phone_come_newest_first_within_the_limit() {
        PhoneNumber phone = nextPhone();
        for (String day : List.of("2025-12-01", "2025-12-03", "2025-12-02")) {
            store(phone, day + "T10:00", null);
        }
        assertThat(bookings.findByPhone(SALON, phone, Limit.of(2)))
                .extracting(BookingsRecord::getDatetime)
                .containsExactly(LocalDateTime.parse("2025-12-03T10:00"), LocalDateTime.parse("2025-12-02T10:00"));
        assertThat(bookings.findByPhone(SALON, phone, Limit.of(0))).isEmpty();
    }

    @Test
    void bookings_of_a_client_come_newest_first() {
        RecordId earlier = nextRecord();
        RecordId later = nextRecord();
        bookings.upsert(SALON, booking(earlier, "2025-12-01T10:00").setClientYclientsId(77L));
        bookings.upsert(SALON, booking(later, "2025-12-02T10:00").setClientYclientsId(77L));

        assertThat(bookings.findByClient(SALON, ClientId.of(77), TEN))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(later.value(), earlier.value());
    }

    /** Scenario 14. */
    @Test
    void a_booking_without_a_status_is_upcoming_and_a_deleted_or_cancelled_one_is_not() {
        PhoneNumber phone = nextPhone();
        RecordId unknown = store(phone, "2025-12-02T11:00", null);
        RecordId confirmed = store(phone, "2025-12-02T10:00", "confirmed");
        store(phone, "2025-12-02T10:00", "deleted");
        store(phone, "2025-12-02T10:00", "cancelled");
        store(phone, "2025-12-01T11:59:59", "active");

        assertThat(bookings.findUpcoming(SALON, phone, TEN))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(confirmed.value(), unknown.value());
    }

    /** Scenario 15. */
    @Test
    void the_same_instant_with_any_offset_is_the_same_wall_time_in_moscow() {
        BookingsRecord moscow = bookings.startingAt(SALON, bookings.newRecord(), instant("2025-12-02T15:00+03:00"));
        BookingsRecord utc = bookings.startingAt(SALON, bookings.newRecord(), instant("2025-12-02T12:00Z"));

        assertThat(moscow.getDatetime()).isEqualTo("2025-12-02T15:00").isEqualTo(utc.getDatetime());
    }

    /** Scenario 15. */
    @Test
    void a_visit_half_past_midnight_belongs_to_the_day_that_moscow_has() {
        BookingsRecord booking = bookings.startingAt(SALON, bookings.newRecord(), instant("2025-12-01T21:30Z"));

        assertThat(booking.getDate()).isEqualTo("2025-12-02");
    }

    /** Scenario 15. */
    @Test
    void upcoming_half_past_midnight_goes_by_the_clock_in_moscow() {
        PhoneNumber phone = nextPhone();
        store(phone, "2025-12-02T00:29", "active");
        RecordId now = store(phone, "2025-12-02T00:30", "active");
        RecordId morning = store(phone, "2025-12-02T10:00", "active");

        assertThat(at("2025-12-02T00:30").findUpcoming(SALON, phone, TEN))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(now.value(), morning.value());
    }

    /** Scenarios 8 and 17. */
    @Test
    void a_range_of_dates_holds_its_last_day_to_the_end_and_no_more() {
        store(PHONE, "2024-01-31T23:59:59", null);
        RecordId first = store(PHONE, "2024-02-01T00:00", null);
        RecordId last = store(PHONE, "2024-02-29T23:59:59.999999", null);
        store(PHONE, "2024-03-01T00:00", null);

        assertThat(bookings.findByDates(SALON, LocalDate.parse("2024-02-01"), LocalDate.parse("2024-02-29")))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(first.value(), last.value());
    }

    /** Scenario 17. */
    @Test
    void a_booking_at_ten_on_the_last_day_is_in_the_range() {
        RecordId record = store(PHONE, "2023-02-28T10:00", "past");

        assertThat(bookings.findByDates(
                        SALON, LocalDate.parse("2023-02-28"), LocalDate.parse("2023-02-28"), BookingStatus.PAST))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(record.value());
    }

    /** Scenario 17. */
    @Test
    void a_clients_visits_within_dates_come_newest_first_to_the_end_of_the_last_day() {
        PhoneNumber phone = nextPhone();
        LocalDate first = LocalDate.parse("2021-02-01");
        LocalDate last = LocalDate.parse("2021-02-28");
        store(phone, "2021-01-31T23:59:59", null);
        RecordId begin = store(phone, "2021-02-01T00:00", "deleted");
        RecordId end = store(phone, "2021-02-28T23:59:59.999999", null);
        store(phone, "2021-03-01T00:00", null);
        store(nextPhone(), "2021-02-10T10:00", null);

        assertThat(bookings.findByPhone(SALON, phone, first, last, TEN))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(end.value(), begin.value());
        assertThat(bookings.findByPhone(SALON, phone, first, last, Limit.of(1))).hasSize(1);
        assertThat(bookings.findByPhone(SALON, phone, last, first, TEN)).isEmpty();
        assertThat(bookings.findByPhone(OTHER_SALON, phone, first, last, TEN)).isEmpty();
    }

    @Test
    void a_range_of_dates_can_be_narrowed_to_a_status() {
        store(PHONE, "2022-05-05T10:00", "active");
        RecordId done = store(PHONE, "2022-05-05T11:00", "completed");
        LocalDate day = LocalDate.parse("2022-05-05");

        assertThat(bookings.findByDates(SALON, day, day, BookingStatus.COMPLETED))
                .extracting(BookingsRecord::getYclientsRecordId)
                .containsExactly(done.value());
    }

    @Test
    void a_range_may_have_no_end() {
        assertThat(bookings.findByDates(SALON, LocalDate.MIN, LocalDate.MAX))
                .hasSize((int) bookings.count(SALON, Filters.everyRow()));
        PhoneNumber phone = nextPhone();
        store(phone, "2021-04-01T10:00", null);
        assertThat(bookings.findByPhone(SALON, phone, LocalDate.MIN, LocalDate.MAX, TEN))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void every_status_can_be_written_and_read(BookingStatus status) {
        RecordId record = store(PHONE, "2025-12-05T10:00", null);

        assertThat(bookings.updateStatus(SALON, record, status)).isTrue();
        assertThat(bookings.findByRecordId(SALON, record).orElseThrow().getStatus())
                .isEqualTo(status.stored())
                .satisfies(text -> assertThat(BookingStatus.tryParse(text)).contains(status));
    }

    @Test
    void the_status_of_a_booking_that_is_not_there_cannot_be_changed() {
        assertThat(bookings.updateStatus(SALON, nextRecord(), BookingStatus.PAST))
                .isFalse();
        assertThat(BookingStatus.tryParse("archived")).isEmpty();
    }

    /** Scenario 20. */
    @Test
    void a_sync_that_does_not_carry_created_by_bot_leaves_it_and_advances_updated_at() {
        RecordId record = nextRecord();
        BookingsRecord before =
                bookings.upsert(SALON, booking(record, "2025-12-02T10:00").setCreatedByBot(true));
        BookingsRecord after = bookings.upsert(SALON, booking(record, "2025-12-02T11:00"));

        assertThat(after.getCreatedByBot()).isTrue();
        assertThat(after.getDatetime()).isEqualTo("2025-12-02T11:00");
        assertThat(after.getUpdatedAt()).isAfter(before.getUpdatedAt());
    }

    /** Scenario 5. */
    @Test
    void of_the_same_number_twice_in_a_batch_the_last_wins_column_by_column() {
        RecordId record = nextRecord();
        BulkResult result = bookings.bulkUpsert(
                SALON,
                List.of(
                        booking(record, "2025-12-02T10:00").setStatus("active").setComment("раз"),
                        booking(record, "2025-12-02T11:00").setStatus("confirmed")));

        BookingsRecord stored = bookings.findByRecordId(SALON, record).orElseThrow();
        assertThat(result.inserted()).isEqualTo(1);
        assertThat(stored.getStatus()).isEqualTo("confirmed");
        assertThat(stored.getComment()).isEqualTo("раз");
    }

    /** Scenario 18. */
    @Test
    void numbers_of_19_digits_are_exact_and_amounts_are_never_cut() {
        RecordId record = RecordId.of(9_223_372_036_854_775_807L);
        bookings.upsert(SALON, booking(record, "2025-12-02T10:00").setCost(new BigDecimal("9999999999.99")));

        assertThat(bookings.findByRecordId(SALON, record).orElseThrow().getCost())
                .isEqualByComparingTo("9999999999.99");
        assertThatThrownBy(() -> bookings.upsert(
                        SALON, booking(record, "2025-12-02T10:00").setCost(new BigDecimal("10000000000"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("bookings.cost");
    }

    /** Scenario 10. */
    @Test
    void nothing_of_one_salon_is_seen_or_changed_by_another() {
        PhoneNumber phone = nextPhone();
        RecordId record = store(phone, "2025-12-02T10:00", "active");
        bookings.upsert(
                OTHER_SALON,
                booking(record, "2025-12-02T10:00")
                        .setClientPhone(phone.stored())
                        .setStatus("active"));

        assertThat(bookings.updateStatus(SALON, record, BookingStatus.NO_SHOW)).isTrue();
        assertThat(bookings.findByPhone(SALON, phone, TEN)).hasSize(1);
        assertThat(bookings.findByDates(OTHER_SALON, LocalDate.MIN, LocalDate.MAX))
                .extracting(BookingsRecord::getStatus)
                .containsOnly("active");
        assertThat(bookings.deleteOlderThan(OTHER_SALON, LocalDate.parse("2026-01-01")))
                .isPositive();
        assertThat(bookings.findByRecordId(SALON, record)).isPresent();
    }

    @Test
    void a_row_of_another_salon_is_refused() {
        BookingsRecord foreign = booking(nextRecord(), "2025-12-02T10:00").setCompanyId(OTHER_SALON.value());

        assertThatThrownBy(() -> bookings.upsert(SALON, foreign)).isInstanceOf(InvalidValueException.class);
    }

    /** Scenario 9. */
    @Test
    void a_missing_salon_is_refused() {
        CompanyId none = null;
        assertThatThrownBy(() -> bookings.findUpcoming(none, PHONE, TEN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> bookings.findByRecordId(none, nextRecord())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> bookings.updateStatus(none, nextRecord(), BookingStatus.PAST))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void old_bookings_are_deleted_to_the_day() {
        store(PHONE, "2020-01-01T23:59", null);
        RecordId kept = store(PHONE, "2020-01-02T00:00", null);

        assertThat(bookings.deleteOlderThan(SALON, LocalDate.parse("2020-01-02")))
                .isEqualTo(1);
        assertThat(bookings.findByRecordId(SALON, kept)).isPresent();
    }

    @Test
    void a_booking_is_found_by_its_internal_identifier_and_by_no_other_kind() {
        BookingsRecord stored = bookings.upsert(SALON, booking(nextRecord(), "2025-12-02T10:00"));

        assertThat(bookings.findById(SALON, stored.getId())).isPresent();
        assertThatThrownBy(() -> bookings.findById(SALON, 1)).isInstanceOf(InvalidValueException.class);
    }

    /** Scenario 12. */
    @ParameterizedTest
    @ValueSource(ints = {10_001, Integer.MAX_VALUE - 1})
    void a_limit_above_the_maximum_is_refused(int rows) {
        assertThatThrownBy(() -> bookings.findMany(
                        SALON, Filters.eq(BOOKINGS.STATUS, "active"), Order.byPrimaryKey(), Limit.of(rows)))
                .isInstanceOf(InvalidValueException.class);
    }

    private RecordId store(PhoneNumber phone, String wallTime, String status) {
        RecordId record = nextRecord();
        bookings.upsert(
                SALON, booking(record, wallTime).setClientPhone(phone.stored()).setStatus(status));
        return record;
    }
}
