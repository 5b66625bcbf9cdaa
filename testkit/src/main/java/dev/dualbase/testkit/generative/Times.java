// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Random dates and times: infinity, years before 1 and after 9999, gaps of daylight saving, 24:00 and microseconds. */
final class Times {
    private static final int NANOS_PER_MICRO = 1000;

    private Times() {}

    static LocalDate date(Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> dice.pick(LocalDate.MAX, LocalDate.MIN);
            case 1 -> LocalDate.of(dice.pick(-43, 0, 1, 10_000, 5_874_897), 1, 1);
            case 2 -> LocalDate.of(1582, 10, dice.between(4, 15));
            default -> LocalDate.of(2024, dice.pick(2, 3), dice.between(27, 29));
        };
    }

    static LocalTime time(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> dice.pick(LocalTime.MAX, LocalTime.MIN);
            case 1 -> LocalTime.of(23, 59, 59, 999_999 * NANOS_PER_MICRO + dice.pick(0, 999));
            default -> LocalTime.of(dice.between(1, 3), dice.pick(0, 30), 0, fraction(dice));
        };
    }

    private static int fraction(Dice dice) {
        return dice.pick(0, 1000, 123_456_000, 123_456_789, 500_000_000);
    }

    static LocalDateTime wall(Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> dice.pick(LocalDateTime.MAX, LocalDateTime.MIN);
            case 1 -> LocalDateTime.of(dice.pick(-4711, 0, 1, 10_000, 294_276), 6, 1, 0, 0);
            default -> LocalDateTime.of(2024, 3, 31, dice.between(1, 3), dice.pick(0, 30), 0, fraction(dice));
        };
    }

    static OffsetDateTime instant(Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> dice.pick(OffsetDateTime.MAX, OffsetDateTime.MIN);
            case 1 -> OffsetDateTime.of(LocalDateTime.of(dice.pick(-43, 1, 10_000), 6, 1, 0, 0), ZoneOffset.UTC);
            default ->
                OffsetDateTime.of(
                        LocalDateTime.of(2024, 3, 31, dice.between(0, 3), dice.pick(0, 30), 0, fraction(dice)),
                        dice.pick(ZoneOffset.UTC, ZoneOffset.ofHours(1), ZoneOffset.ofHoursMinutes(-9, -30)));
        };
    }

    static Object storedTime(Object time) {
        return time.equals(LocalTime.MAX) ? time : ((LocalTime) time).truncatedTo(ChronoUnit.MICROS);
    }

    static Object storedWall(Object wall) {
        return wall.equals(LocalDateTime.MAX) ? wall : ((LocalDateTime) wall).truncatedTo(ChronoUnit.MICROS);
    }

    static Object storedInstant(Object instant) {
        return instant.equals(OffsetDateTime.MAX) || instant.equals(OffsetDateTime.MIN)
                ? instant
                : ((OffsetDateTime) instant)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MICROS);
    }

    static int byInstant(Object left, Object right) {
        return ((OffsetDateTime) left).toInstant().compareTo(((OffsetDateTime) right).toInstant());
    }
}
