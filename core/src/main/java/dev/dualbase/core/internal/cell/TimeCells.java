// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jooq.impl.SQLDataType;

/** Days and times. Those of years with four digits, which are nearly all, are written digit by digit. */
final class TimeCells {

    private static final int LAST_YEAR = 9999;
    private static final int NANOS_OF_MICRO = 1000;

    private static final TextCodec<LocalDate> ANY_DATE = TextFormat.of(SQLDataType.LOCALDATE);
    private static final TextCodec<LocalDateTime> ANY_WALL = TextFormat.of(SQLDataType.LOCALDATETIME);
    private static final TextCodec<OffsetDateTime> ANY_INSTANT = TextFormat.of(SQLDataType.TIMESTAMPWITHTIMEZONE);

    private TimeCells() {}

    static void date(LocalDate date, CellText out) {
        if (hasFourDigits(date.getYear())) {
            digits(date, out);
        } else {
            out.raw(ANY_DATE.write(date));
        }
    }

    static void wall(LocalDateTime value, CellText out) {
        if (hasFourDigits(value.getYear())) {
            digits(value, out);
        } else {
            out.raw(ANY_WALL.write(value));
        }
    }

    static void instant(OffsetDateTime value, CellText out) {
        if (hasFourDigits(value.getYear())) {
            digits(value.toLocalDateTime(), out);
            out.raw(value.getOffset().getId());
        } else {
            out.raw(ANY_INSTANT.write(value));
        }
    }

    private static boolean hasFourDigits(int year) {
        return year > 0 && year <= LAST_YEAR;
    }

    private static void digits(LocalDate date, CellText out) {
        out.padded(date.getYear(), 4);
        out.raw('-');
        out.padded(date.getMonthValue(), 2);
        out.raw('-');
        out.padded(date.getDayOfMonth(), 2);
    }

    /** Fractions finer than a microsecond are cut, as the bindings of the columns do. */
    private static void digits(LocalDateTime value, CellText out) {
        digits(value.toLocalDate(), out);
        LocalTime time = value.toLocalTime();
        out.raw(' ');
        out.padded(time.getHour(), 2);
        out.raw(':');
        out.padded(time.getMinute(), 2);
        out.raw(':');
        out.padded(time.getSecond(), 2);
        out.raw('.');
        out.padded(time.getNano() / NANOS_OF_MICRO, 6);
    }
}
