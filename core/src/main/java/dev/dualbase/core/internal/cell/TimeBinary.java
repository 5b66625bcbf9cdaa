// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Days and times in binary: days and microseconds since the beginning of 2000, the greatest and the least number for infinity
 * (PostgreSQL sources, {@code datatype/timestamp.h}). Fractions finer than a microsecond are cut, as the bindings of the columns do.
 */
final class TimeBinary {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final long BEGIN_DAY = BEGIN.toLocalDate().toEpochDay();
    private static final long BEGIN_SECOND = BEGIN.toEpochSecond(ZoneOffset.UTC);
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;
    private static final long END_OF_DAY = 86_400 * MICROS_OF_SECOND;

    private TimeBinary() {}

    static void date(LocalDate date, CellBinary out) {
        if (date.equals(LocalDate.MAX)) {
            out.int32(Integer.MAX_VALUE);
        } else if (date.equals(LocalDate.MIN)) {
            out.int32(Integer.MIN_VALUE);
        } else {
            out.int32(Math.toIntExact(date.toEpochDay() - BEGIN_DAY));
        }
    }

    static void wall(LocalDateTime value, CellBinary out) {
        if (value.equals(LocalDateTime.MAX)) {
            out.int64(Long.MAX_VALUE);
        } else if (value.equals(LocalDateTime.MIN)) {
            out.int64(Long.MIN_VALUE);
        } else {
            out.int64(micros(value.toEpochSecond(ZoneOffset.UTC), value.getNano()));
        }
    }

    static void instant(OffsetDateTime value, CellBinary out) {
        if (value.equals(OffsetDateTime.MAX)) {
            out.int64(Long.MAX_VALUE);
        } else if (value.equals(OffsetDateTime.MIN)) {
            out.int64(Long.MIN_VALUE);
        } else {
            out.int64(micros(value.toEpochSecond(), value.getNano()));
        }
    }

    private static long micros(long epochSecond, int nanos) {
        return Math.multiplyExact(epochSecond - BEGIN_SECOND, MICROS_OF_SECOND) + nanos / NANOS_OF_MICRO;
    }

    /** The greatest time is 24:00. */
    static void time(LocalTime time, CellBinary out) {
        out.int64(time.equals(LocalTime.MAX) ? END_OF_DAY : time.toNanoOfDay() / NANOS_OF_MICRO);
    }
}
