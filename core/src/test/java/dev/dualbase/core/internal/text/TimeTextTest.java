// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import static dev.dualbase.core.internal.text.Columns.assertReads;
import static dev.dualbase.core.internal.text.Columns.assertRefused;
import static dev.dualbase.core.internal.text.Columns.assertText;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeTextTest {
    private static final DataType<LocalDate> DAY = SQLDataType.LOCALDATE;
    private static final DataType<LocalDateTime> WALL = SQLDataType.LOCALDATETIME(6);
    private static final DataType<OffsetDateTime> INSTANT = SQLDataType.TIMESTAMPWITHTIMEZONE(6);
    private static final DataType<LocalTime> CLOCK = SQLDataType.LOCALTIME(6);
    private static final DataType<OffsetTime> ZONED_CLOCK = SQLDataType.TIMEWITHTIMEZONE(6);

    @Test
    void days_of_all_eras() {
        assertText(DAY, LocalDate.of(2024, 2, 29), "2024-02-29");
        assertText(DAY, LocalDate.of(1, 1, 1), "0001-01-01");
        assertText(DAY, LocalDate.of(0, 2, 29), "0001-02-29 BC");
        assertText(DAY, LocalDate.of(-43, 3, 15), "0044-03-15 BC");
        assertText(DAY, LocalDate.of(-4712, 1, 1), "4713-01-01 BC");
        assertText(DAY, LocalDate.of(12_345, 6, 7), "12345-06-07");
    }

    @Test
    void wall_times() {
        assertText(WALL, LocalDateTime.of(2024, 1, 2, 3, 4, 5, 100_000), "2024-01-02 03:04:05.0001");
        assertText(WALL, LocalDateTime.of(-43, 3, 15, 12, 0), "0044-03-15 12:00:00 BC");
        assertText(WALL, LocalDateTime.of(12_345, 6, 7, 8, 9, 10), "12345-06-07 08:09:10");
        assertReads(WALL, "2024-01-02T03:04:05.1", LocalDateTime.of(2024, 1, 2, 3, 4, 5, 100_000_000));
        assertReads(WALL, "0044-03-15T12:00:00 BC", LocalDateTime.of(-43, 3, 15, 12, 0));
    }

    @Test
    void an_instant_is_written_and_read_in_utc() {
        OffsetDateTime instant = OffsetDateTime.parse("2024-01-02T03:04:05.1Z");
        assertText(INSTANT, instant, "2024-01-02 03:04:05.1+00");
        assertThat(TextFormat.write(INSTANT, instant.withOffsetSameInstant(ZoneOffset.ofHours(-5))))
                .isEqualTo("2024-01-02 03:04:05.1+00");
        for (String text : List.of(
                "2024-01-02 03:04:05.1+00",
                "2024-01-02T03:04:05.1+00:00",
                "2024-01-02T03:04:05.1Z",
                "2024-01-02 08:34:05.1+05:30",
                "2024-01-02 05:04:05.100000+02",
                "2024-01-01 23:34:05.1-03:30",
                "2024-01-02 05:34:22.1+02:30:17")) {
            assertReads(INSTANT, text, instant);
        }
    }

    @Test
    void an_instant_may_change_its_era_on_the_way_to_utc() {
        assertThat(TextFormat.write(INSTANT, OffsetDateTime.parse("0001-01-01T01:00:00+02:00")))
                .isEqualTo("0001-12-31 23:00:00+00 BC");
        assertReads(
                INSTANT, "0044-03-15T12:00:00+00:00 BC", OffsetDateTime.of(-43, 3, 15, 12, 0, 0, 0, ZoneOffset.UTC));
    }

    @Test
    void the_greatest_and_least_values_are_infinity() {
        assertText(DAY, LocalDate.MAX, "infinity");
        assertText(DAY, LocalDate.MIN, "-infinity");
        assertText(WALL, LocalDateTime.MAX, "infinity");
        assertText(WALL, LocalDateTime.MIN, "-infinity");
        assertText(INSTANT, OffsetDateTime.MAX, "infinity");
        assertText(INSTANT, OffsetDateTime.MIN, "-infinity");
        assertThat(TextFormat.write(INSTANT, OffsetDateTime.MAX.withOffsetSameLocal(ZoneOffset.ofHours(-2))))
                .startsWith("999999999-12-31 ");
    }

    @Test
    void times_of_day() {
        assertText(CLOCK, LocalTime.MIDNIGHT, "00:00:00");
        assertText(CLOCK, LocalTime.of(3, 4, 5, 123_456_000), "03:04:05.123456");
        assertText(CLOCK, LocalTime.MAX, "24:00:00");
        assertText(ZONED_CLOCK, OffsetTime.parse("12:34:56+02:30"), "12:34:56+02:30");
        assertText(ZONED_CLOCK, LocalTime.MAX.atOffset(ZoneOffset.UTC), "24:00:00Z");
        assertReads(ZONED_CLOCK, "12:34:56+02", OffsetTime.parse("12:34:56+02:00"));
    }

    @Test
    void finer_fractions_are_cut() {
        LocalTime fine = LocalTime.of(23, 59, 59, 999_999_499);
        LocalDateTime wall = LocalDate.of(2026, 12, 31).atTime(fine);
        assertThat(TextFormat.write(CLOCK, fine)).isEqualTo("23:59:59.999999");
        assertThat(TextFormat.write(WALL, wall)).isEqualTo("2026-12-31 23:59:59.999999");
        assertThat(TextFormat.write(INSTANT, wall.atOffset(ZoneOffset.UTC))).isEqualTo("2026-12-31 23:59:59.999999+00");
        assertThat(TextFormat.write(ZONED_CLOCK, fine.atOffset(ZoneOffset.UTC))).isEqualTo("23:59:59.999999Z");
    }

    @Test
    void intervals_come_back() {
        assertReads(
                SQLDataType.INTERVAL,
                "1 year 2 mons 3 days 04:05:06.7",
                new YearToSecond(new YearToMonth(1, 2), new DayToSecond(3, 4, 5, 6, 700_000_000)));
        YearToSecond interval = new YearToSecond(new YearToMonth(1, 2), new DayToSecond(3, 4, 5, 6, 123_456_000));
        assertReads(SQLDataType.INTERVAL, TextFormat.write(SQLDataType.INTERVAL, interval), interval);
        YearToMonth months = new YearToMonth(1, 2).neg();
        assertReads(SQLDataType.INTERVALYEARTOMONTH, TextFormat.write(SQLDataType.INTERVALYEARTOMONTH, months), months);
        DayToSecond seconds = new DayToSecond(1, 2, 3, 4);
        assertReads(
                SQLDataType.INTERVALDAYTOSECOND, TextFormat.write(SQLDataType.INTERVALDAYTOSECOND, seconds), seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2024",
                "2024-1-2",
                "2024-02-30",
                "24-01-02",
                "2024-01-02 ",
                "2024-01-02 03:04:05+00",
                " BC"
            })
    void what_is_no_day_is_refused(String text) {
        assertRefused(DAY, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02",
                "2024-01-02 25:00:00+00",
                "2024-01-02 03:04:05",
                "2024-01-02 03:04:05.+00",
                "2024-01-02 03:04:05+19",
                "2024-01-02 03:04:05+00x",
                "02.01.2024 03:04:05 UTC"
            })
    void what_is_no_instant_is_refused(String text) {
        assertRefused(INSTANT, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00:01", "25:00:00", "12", "12:60:00", "12:00:00+00"})
    void what_is_no_time_is_refused(String text) {
        assertRefused(CLOCK, text);
    }
}
