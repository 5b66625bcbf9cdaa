// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Now and today, where the business is. {@code timestamp} columns hold wall time of the business's zone, so that what is
 * "upcoming" or "today" depends on that zone, and never on the zone of server, session or JVM.
 *
 * @param clock what time it is
 * @param zone where the business is
 */
public record BusinessClock(Clock clock, ZoneId zone) {

    /** The system's clock in a zone. */
    public static BusinessClock system(ZoneId zone) {
        return new BusinessClock(Clock.systemUTC(), zone);
    }

    /** A clock that stands still, for tests. */
    public static BusinessClock fixed(Instant instant, ZoneId zone) {
        return new BusinessClock(Clock.fixed(instant, ZoneOffset.UTC), zone);
    }

    /** The same clock in another zone. */
    public BusinessClock in(ZoneId otherZone) {
        return new BusinessClock(clock, otherZone);
    }

    /** Wall time, to the microsecond that PostgreSQL can hold. */
    public LocalDateTime now() {
        return wallTime(clock.instant());
    }

    /** The day of the calendar. */
    public LocalDate today() {
        return now().toLocalDate();
    }

    /** Now as an instant, to the microsecond that PostgreSQL can hold. */
    public OffsetDateTime instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** The wall time of an instant: 12:00Z and 15:00+03:00 are both 15:00 in Moscow. */
    public LocalDateTime wallTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MICROS);
    }

    /** The wall time of an instant: 12:00Z and 15:00+03:00 are both 15:00 in Moscow. */
    public LocalDateTime wallTime(OffsetDateTime instant) {
        return wallTime(instant.toInstant());
    }
}
