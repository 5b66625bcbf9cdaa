// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.between;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Days, wall times, instants and times of day. */
interface TimeContract extends ContractCase {
    /** Zones far from each other, with gaps at midnight (Sao Paulo, Beirut), and without whole hours. */
    List<String> ZONES = List.of(
            "UTC",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Europe/Moscow",
            "Europe/Paris");

    private <T> void roundTrips(Field<T> column, T value) {
        assertThat(items().roundTrip(column, value)).isEqualTo(value);
    }

    /** Runs with each zone as that of the JVM. */
    private static void inEveryZone(Runnable body) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                body.run();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    default void a_day_is_the_same_day_in_every_zone() {
        inEveryZone(() -> {
            roundTrips(ITEM.DAY, LocalDate.of(2018, 11, 4));
            roundTrips(ITEM.DAY, LocalDate.of(2021, 3, 28));
            roundTrips(ITEM.DAY, LocalDate.of(1900, 1, 1));
        });
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    default void a_day_written_in_one_zone_is_the_same_day_in_another() {
        LocalDate day = LocalDate.of(2026, 2, 28);
        inEveryZone(() -> items().store("day" + items().codes().size(), ITEM.DAY, day));
        inEveryZone(() -> assertThat(items().codes(eq(ITEM.DAY, day))).hasSameSizeAs(ZONES));
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    default void wall_time_in_a_gap_of_the_zone_is_kept() {
        inEveryZone(() -> {
            roundTrips(ITEM.WALL, LocalDateTime.of(2024, 3, 31, 2, 30));
            roundTrips(ITEM.WALL, LocalDateTime.of(2018, 11, 4, 0, 30));
        });
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    default void wall_time_in_a_gap_of_the_zone_is_found() {
        LocalDateTime inGap = LocalDateTime.of(2024, 3, 31, 2, 30);
        items().store("a", ITEM.WALL, inGap);
        inEveryZone(() -> {
            assertThat(items().codes(eq(ITEM.WALL, inGap))).containsExactly("a");
            assertThat(items().codes(lt(ITEM.WALL, inGap.plusMinutes(1)))).containsExactly("a");
        });
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    default void an_instant_is_the_same_instant_in_every_zone() {
        OffsetDateTime instant = OffsetDateTime.parse("2024-10-27T00:30:00Z");
        inEveryZone(() -> roundTrips(ITEM.INSTANT, instant));
    }

    @Test
    default void equal_instants_are_equal_whatever_their_offset() {
        OffsetDateTime moscow = OffsetDateTime.parse("2026-01-01T15:00:00+03:00");
        items().store("a", ITEM.INSTANT, moscow);
        assertThat(items().stored("a").get(ITEM.INSTANT)).isEqualTo(OffsetDateTime.parse("2026-01-01T12:00:00Z"));
        assertThat(items().codes(eq(ITEM.INSTANT, OffsetDateTime.parse("2026-01-01T07:00:00-05:00"))))
                .containsExactly("a");
    }

    @Test
    default void an_instant_is_read_with_the_offset_of_utc() {
        items().store("a", ITEM.INSTANT, OffsetDateTime.parse("2026-01-01T15:00:00+05:45"));
        assertThat(items().stored("a").get(ITEM.INSTANT).getOffset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    default void an_instant_is_stored_as_the_wall_time_of_its_business() {
        BusinessClock moscow = BusinessClock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneId.of("Europe/Moscow"));
        items().store("z", ITEM.WALL, moscow.wallTime(OffsetDateTime.parse("2026-01-01T12:00:00Z")));
        items().store("plus3", ITEM.WALL, moscow.wallTime(OffsetDateTime.parse("2026-01-01T15:00:00+03:00")));
        assertThat(items().codes(eq(ITEM.WALL, LocalDateTime.of(2026, 1, 1, 15, 0))))
                .containsExactly("z", "plus3");
    }

    @Test
    default void microseconds_come_back() {
        LocalTime time = LocalTime.of(23, 59, 59, 999_999_000);
        roundTrips(ITEM.CLOCK, time);
        roundTrips(ITEM.CLOCK, LocalTime.of(0, 0, 0, 1_000));
        roundTrips(ITEM.WALL, LocalDate.of(2026, 12, 31).atTime(time));
        roundTrips(ITEM.INSTANT, LocalDate.of(2026, 12, 31).atTime(time).atOffset(ZoneOffset.UTC));
    }

    @Test
    default void finer_fractions_are_cut_and_never_rounded_into_the_next_second() {
        LocalTime fine = LocalTime.of(23, 59, 59, 999_999_999);
        LocalTime cut = LocalTime.of(23, 59, 59, 999_999_000);
        LocalDate day = LocalDate.of(2026, 12, 31);
        assertThat(items().roundTrip(ITEM.WALL, day.atTime(fine))).isEqualTo(day.atTime(cut));
        assertThat(items().roundTrip(ITEM.INSTANT, day.atTime(fine).atOffset(ZoneOffset.UTC)))
                .isEqualTo(day.atTime(cut).atOffset(ZoneOffset.UTC));
        assertThat(items().roundTrip(ITEM.CLOCK, LocalTime.of(10, 0, 0, 123_456_789)))
                .isEqualTo(LocalTime.of(10, 0, 0, 123_456_000));
    }

    @Test
    default void a_finer_fraction_in_a_filter_finds_what_was_stored_with_it() {
        LocalDateTime fine = LocalDateTime.of(2026, 1, 1, 10, 0, 0, 123_456_789);
        items().store(items().row("a", ITEM.WALL, fine).with(ITEM.INSTANT, fine.atOffset(ZoneOffset.UTC)));
        assertThat(items().codes(eq(ITEM.WALL, fine))).containsExactly("a");
        assertThat(items().codes(eq(ITEM.INSTANT, fine.atOffset(ZoneOffset.UTC))))
                .containsExactly("a");
    }

    @Test
    default void midnight_and_noon_come_back() {
        roundTrips(ITEM.CLOCK, LocalTime.MIDNIGHT);
        roundTrips(ITEM.CLOCK, LocalTime.NOON);
        roundTrips(ITEM.WALL, LocalDateTime.of(2026, 1, 1, 0, 0));
    }

    @Test
    default void years_far_away_come_back() {
        roundTrips(ITEM.DAY, LocalDate.of(-43, 3, 15));
        roundTrips(ITEM.DAY, LocalDate.of(12_345, 6, 7));
        roundTrips(ITEM.WALL, LocalDateTime.of(-43, 3, 15, 12, 0));
        roundTrips(ITEM.WALL, LocalDateTime.of(12_345, 6, 7, 8, 9));
        roundTrips(ITEM.INSTANT, OffsetDateTime.of(12_345, 6, 7, 8, 9, 0, 0, ZoneOffset.UTC));
        roundTrips(ITEM.INSTANT, OffsetDateTime.of(-43, 3, 15, 12, 0, 0, 0, ZoneOffset.UTC));
    }

    @Test
    default void the_greatest_and_least_values_stand_for_infinity() {
        roundTrips(ITEM.DAY, LocalDate.MAX);
        roundTrips(ITEM.DAY, LocalDate.MIN);
        roundTrips(ITEM.WALL, LocalDateTime.MAX);
        roundTrips(ITEM.WALL, LocalDateTime.MIN);
        roundTrips(ITEM.INSTANT, OffsetDateTime.MAX);
        roundTrips(ITEM.INSTANT, OffsetDateTime.MIN);
        assertThat(items().codes(gte(ITEM.DAY, LocalDate.of(9_999, 1, 1)))).hasSize(1);
    }

    @Test
    default void a_range_of_days_includes_the_last_day() {
        items().store("morning", ITEM.WALL, LocalDateTime.of(2026, 1, 31, 10, 0));
        items().store("next", ITEM.WALL, LocalDateTime.of(2026, 2, 1, 0, 0));
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2026, 1, 31);
        assertThat(items().codes(and(
                        gte(ITEM.WALL, first.atStartOfDay()),
                        lt(ITEM.WALL, last.plusDays(1).atStartOfDay()))))
                .containsExactly("morning");
    }

    @Test
    default void days_between_two_days_are_found() {
        for (int day = 1; day <= 5; day++) {
            items().store("d" + day, ITEM.DAY, LocalDate.of(2026, 1, day));
        }
        assertThat(items().codes(between(ITEM.DAY, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 4))))
                .containsExactly("d2", "d3", "d4");
    }
}
