// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.booking;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.nextRecord;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.BookingsRecord;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trigger that moves {@code updated_at} forward. */
@EachBackend
class TriggerTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private final BookingRepository bookings = new BookingRepository(database.backend(), clockAt("2025-12-02T12:00"));

    /** Scenario 20. */
    @Test
    void a_partial_upsert_advances_updated_at() {
        RecordId record = nextRecord();
        BookingsRecord before = bookings.upsert(SALON, booking(record, "2025-12-02T10:00"));
        BookingsRecord after = bookings.upsert(SALON, booking(record, "2025-12-02T10:00"));

        assertThat(after.getUpdatedAt()).isAfter(before.getUpdatedAt());
    }

    @Test
    void every_change_within_one_transaction_advances_it() {
        store();
        database.run(
                "BEGIN; UPDATE bookings SET comment = '1'; CREATE TEMP TABLE seen ON COMMIT DROP AS TABLE bookings;"
                        + " UPDATE bookings SET comment = '2';"
                        + " DO $$ BEGIN ASSERT (SELECT bool_and(b.updated_at > s.updated_at)"
                        + " FROM bookings b JOIN seen s USING (company_id, id)); END $$; COMMIT");
    }

    @Test
    void it_advances_past_a_stamp_that_lies_in_the_future() {
        BookingsRecord future = bookings.insert(
                SALON, booking(nextRecord(), "2025-12-02T10:00").setUpdatedAt(LocalDateTime.parse("2099-01-01T00:00")));
        BookingsRecord after =
                bookings.upsert(SALON, booking(RecordId.of(future.getYclientsRecordId()), "2025-12-02T10:00"));

        assertThat(after.getUpdatedAt()).isEqualTo("2099-01-01T00:00:00.000001");
    }

    @Test
    void what_the_caller_sets_does_not_count() {
        BookingsRecord stored = store();
        BookingsRecord after = bookings.upsert(
                SALON,
                booking(RecordId.of(stored.getYclientsRecordId()), "2025-12-02T10:00")
                        .setUpdatedAt(LocalDateTime.parse("2001-01-01T00:00")));

        assertThat(after.getUpdatedAt()).isAfter(stored.getUpdatedAt());
    }

    @Test
    void every_table_with_a_stamp_has_the_trigger() {
        assertThat(database.query("""
                        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                          AND a.attname IN ('updated_at', 'last_updated')
                          AND NOT EXISTS (SELECT FROM pg_trigger t
                                          WHERE t.tgrelid = c.oid AND t.tgfoid = 'touch_updated_at'::regproc)
                        """)).isEmpty();
    }

    private BookingsRecord store() {
        return bookings.upsert(SALON, booking(nextRecord(), "2025-12-02T10:00"));
    }
}
