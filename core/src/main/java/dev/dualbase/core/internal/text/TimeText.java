// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.jooq.util.postgres.PostgresUtils;

/** Days, times and intervals. Fractions finer than a microsecond are cut, as the bindings of the columns do. */
final class TimeText {

    static final Map<Class<?>, TextCodec<?>> BY_TYPE = Map.of(
            LocalDate.class, new PairCodec<>(TimeText::write, TimeText::readDate),
            LocalDateTime.class, new PairCodec<>(TimeText::write, TimeText::readDateTime),
            OffsetDateTime.class, new PairCodec<>(TimeText::write, TimeText::readInstant),
            LocalTime.class, new PairCodec<>(TimeText::write, TimeText::readTime),
            OffsetTime.class, new PairCodec<>(TimeText::write, TimeText::readOffsetTime),
            YearToSecond.class,
                    new PairCodec<YearToSecond>(
                            value -> PostgresUtils.toPGInterval(value).toString(), PostgresUtils::toYearToSecond),
            YearToMonth.class,
                    new PairCodec<YearToMonth>(
                            value -> PostgresUtils.toPGInterval(value).toString(), PostgresUtils::toYearToMonth),
            DayToSecond.class,
                    new PairCodec<DayToSecond>(
                            value -> PostgresUtils.toPGInterval(value).toString(), PostgresUtils::toDayToSecond));

    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";
    private static final String END_OF_DAY = "24:00:00";

    private TimeText() {}

    private static String write(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return INFINITY;
        }
        return date.equals(LocalDate.MIN) ? MINUS_INFINITY : day(date) + era(date);
    }

    private static String write(LocalDateTime value) {
        if (value.equals(LocalDateTime.MAX)) {
            return INFINITY;
        }
        return value.equals(LocalDateTime.MIN) ? MINUS_INFINITY : finite(value, "");
    }

    private static String write(OffsetDateTime value) {
        if (value.equals(OffsetDateTime.MAX)) {
            return INFINITY;
        }
        if (value.equals(OffsetDateTime.MIN)) {
            return MINUS_INFINITY;
        }
        // in the first and last year of Java UTC may be out of range; PostgreSQL refuses those years anyway
        boolean extreme = Math.abs(value.getYear()) == Year.MAX_VALUE;
        OffsetDateTime utc = extreme ? value : value.withOffsetSameInstant(ZoneOffset.UTC);
        return finite(utc.toLocalDateTime(), "+00");
    }

    private static String write(LocalTime time) {
        return time.equals(LocalTime.MAX) ? END_OF_DAY : clock(time);
    }

    /** With seconds, and with as many digits of their fraction as there are, as PostgreSQL writes it. */
    private static String clock(LocalTime time) {
        return CLOCK.format(time.truncatedTo(ChronoUnit.MICROS));
    }

    private static String write(OffsetTime time) {
        return write(time.toLocalTime()) + time.getOffset();
    }

    private static String finite(LocalDateTime value, String offset) {
        LocalDate date = value.toLocalDate();
        return day(date) + " " + clock(value.toLocalTime()) + offset + era(date);
    }

    /** The day with the year of its era: the year 0 of ISO is 1 BC. */
    private static String day(LocalDate date) {
        int year = date.getYear();
        String digits = Integer.toString(year > 0 ? year : 1 - year);
        StringBuilder day = new StringBuilder()
                .append("0".repeat(Math.max(0, 4 - digits.length())))
                .append(digits);
        appendTwo(day.append('-'), date.getMonthValue());
        appendTwo(day.append('-'), date.getDayOfMonth());
        return day.toString();
    }

    private static void appendTwo(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : TimeScanner.BEFORE_CHRIST;
    }

    private static LocalDate readDate(String text) {
        return switch (text) {
            case INFINITY -> LocalDate.MAX;
            case MINUS_INFINITY -> LocalDate.MIN;
            default -> {
                TimeScanner scanner = new TimeScanner(text);
                yield scanner.end(scanner.date());
            }
        };
    }

    private static LocalDateTime readDateTime(String text) {
        return switch (text) {
            case INFINITY -> LocalDateTime.MAX;
            case MINUS_INFINITY -> LocalDateTime.MIN;
            default -> {
                TimeScanner scanner = new TimeScanner(text);
                yield scanner.end(scanner.dateTime());
            }
        };
    }

    private static OffsetDateTime readInstant(String text) {
        return switch (text) {
            case INFINITY -> OffsetDateTime.MAX;
            case MINUS_INFINITY -> OffsetDateTime.MIN;
            default -> {
                TimeScanner scanner = new TimeScanner(text);
                LocalDateTime wall = scanner.dateTime();
                yield scanner.end(wall.atOffset(scanner.offset())).withOffsetSameInstant(ZoneOffset.UTC);
            }
        };
    }

    private static LocalTime readTime(String text) {
        TimeScanner scanner = new TimeScanner(text);
        return scanner.end(scanner.timeOrEndOfDay());
    }

    private static OffsetTime readOffsetTime(String text) {
        TimeScanner scanner = new TimeScanner(text);
        LocalTime time = scanner.timeOrEndOfDay();
        return scanner.end(time.atOffset(scanner.offset()));
    }
}
