// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.APPOINTMENTS_CACHE;
import static dev.dualbase.repositories.schema.Tables.BOOKINGS;
import static dev.dualbase.repositories.schema.Tables.REMINDERS;

import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.BookingsRecord;
import dev.dualbase.repositories.schema.RemindersRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.JSONB;

/** Two salons in Moscow, and rows for them. */
final class TestBookings {

    static final CompanyId SALON = CompanyId.of(991_001);
    static final CompanyId OTHER_SALON = CompanyId.of(991_002);
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final PhoneNumber PHONE = PhoneNumber.parse("+7 900 000-00-01");
    static final Limit TEN = Limit.of(10);

    private static final AtomicLong NEXT = new AtomicLong(9_900_000);

    private TestBookings() {}

    /** A clock that shows this wall time in Moscow, and stands still. */
    static SalonClock clockAt(String wallTime) {
        Instant instant = LocalDateTime.parse(wallTime).atZone(MOSCOW).toInstant();
        return SalonClock.of(Clock.fixed(instant, ZoneOffset.UTC), MOSCOW);
    }

    /** A number that no other row has. */
    static RecordId nextRecord() {
        return RecordId.of(NEXT.incrementAndGet());
    }

    /** A phone number that no other client has. */
    static PhoneNumber nextPhone() {
        return PhoneNumber.parse("7900" + NEXT.incrementAndGet());
    }

    static OffsetDateTime instant(String text) {
        return OffsetDateTime.parse(text);
    }

    static JSONB json(String text) {
        return JSONB.valueOf(text);
    }

    static BookingsRecord booking(RecordId record, String wallTime) {
        return BOOKINGS.newRecord()
                .setYclientsRecordId(record.value())
                .setClientPhone(PHONE.stored())
                .setDatetime(LocalDateTime.parse(wallTime));
    }

    static AppointmentsCacheRecord appointment(RecordId record, String instant) {
        return APPOINTMENTS_CACHE
                .newRecord()
                .setYclientsRecordId(record.value())
                .setAppointmentDatetime(instant(instant));
    }

    static RemindersRecord reminder(RecordId record, String wallTime) {
        return REMINDERS.newRecord().setRecordId(record.value()).setAppointmentDatetime(LocalDateTime.parse(wallTime));
    }
}
