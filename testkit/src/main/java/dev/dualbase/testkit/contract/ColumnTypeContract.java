// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.SampleTable.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSON;
import org.junit.jupiter.api.Test;

/** Values at the edges of their types, and types that are rarer. */
interface ColumnTypeContract extends ContractCase {
    private <T> void roundTrips(Field<T> column, T value) {
        assertThat(items().roundTrip(column, value)).isEqualTo(value);
        assertThat(items().codes(eq(column, value))).as("%s", column).isNotEmpty();
    }

    private <T> void sampleRoundTrips(Field<T> column, T value) {
        Samples samples = new Samples(items());
        assertThat(samples.roundTrip(column, value)).isEqualTo(value);
        assertThat(samples.codes(eq(column, value))).as("%s", column).hasSize(1);
        samples.repository().bulkUpsert(List.of(samples.row("bulk", column, value)), SAMPLE.BY_CODE);
        assertThat(samples.codes(eq(column, value))).as("%s", column).hasSize(2);
    }

    @Test
    default void null_comes_back_from_every_rare_column() {
        Samples samples = new Samples(items());
        SampleRecord stored = samples.store("a", SAMPLE.EXACT, null);
        assertThat(stored.intoList().subList(3, stored.size())).containsOnlyNulls();
    }

    @Test
    default void a_number_without_precision_keeps_every_digit_and_its_scale() {
        for (String number : List.of(
                "0",
                "0.00",
                "-0.0000000000000000000001",
                "123456789012345678901234567890",
                "1.10",
                "99999999999999.5")) {
            sampleRoundTrips(SAMPLE.EXACT, new BigDecimal(number));
        }
        sampleRoundTrips(SAMPLE.EXACT, new BigDecimal("9".repeat(400) + "." + "9".repeat(100)));
    }

    @Test
    default void a_number_with_an_exponent_is_the_same_number() {
        Samples samples = new Samples(items());
        assertThat(samples.roundTrip(SAMPLE.EXACT, new BigDecimal("1E+30"))).isEqualByComparingTo("1e30");
        assertThat(samples.roundTrip(SAMPLE.EXACT, new BigDecimal("12E-40"))).isEqualByComparingTo("12e-40");
        assertThat(samples.codes(gt(SAMPLE.EXACT, new BigDecimal("9.99E+29")))).hasSize(1);
        assertThat(samples.codes(lt(SAMPLE.EXACT, new BigDecimal("1E-38")))).hasSize(1);
    }

    @Test
    default void numbers_of_single_precision_come_back_bit_for_bit() {
        for (float value : new float[] {0.1f, -0.0f, Float.MAX_VALUE, Float.MIN_VALUE, 16_777_217f, 1.17549435e-38f}) {
            sampleRoundTrips(SAMPLE.SINGLE, value);
        }
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            sampleRoundTrips(SAMPLE.SINGLE, value);
        }
    }

    @Test
    default void numbers_of_double_precision_are_found_by_themselves() {
        for (double value : new double[] {0.1, 1e308, -1e308, Double.MIN_VALUE, 4.9e-300, 1.0 / 3, 123_456_789.125}) {
            roundTrips(ITEM.RATIO, value);
        }
        assertThat(items().codes(eq(ITEM.RATIO, Double.NaN))).isEmpty();
    }

    @Test
    default void minus_zero_equals_zero_and_nan_equals_itself() {
        Items items = items();
        items.store("a", ITEM.RATIO, -0.0);
        items.store("b", ITEM.RATIO, Double.NaN);
        assertThat(items.codes(eq(ITEM.RATIO, 0.0))).containsExactly("a");
        assertThat(items.codes(eq(ITEM.RATIO, -0.0))).containsExactly("a");
        assertThat(items.codes(eq(ITEM.RATIO, Double.NaN))).containsExactly("b");
        assertThat(items.codes(gt(ITEM.RATIO, Double.POSITIVE_INFINITY))).containsExactly("b");
    }

    @Test
    default void a_padded_text_comes_back_padded_and_is_found_either_way() {
        Samples samples = new Samples(items());
        assertThat(samples.roundTrip(SAMPLE.PADDED, "ab")).isEqualTo("ab  ");
        assertThat(samples.roundTrip(SAMPLE.PADDED, "")).isEqualTo("    ");
        assertThat(samples.codes(eq(SAMPLE.PADDED, "ab"))).hasSize(1);
        assertThat(samples.codes(eq(SAMPLE.PADDED, "ab  "))).hasSize(1);
        assertThat(samples.codes(in(SAMPLE.PADDED, List.of("ab", "")))).hasSize(2);
        assertThat(samples.codes(eq(SAMPLE.PADDED, "abcde"))).isEmpty();
    }

    @Test
    default void bytes_come_back_all_of_them() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        sampleRoundTrips(SAMPLE.RAW, all);
        sampleRoundTrips(SAMPLE.RAW, new byte[0]);
        sampleRoundTrips(SAMPLE.RAW, "\\x41".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(new Samples(items()).roundTrip(SAMPLE.RAW, new byte[100_000]))
                .hasSize(100_000);
    }

    @Test
    default void a_type_of_the_database_comes_back_by_its_literal() {
        for (SampleMood mood : SampleMood.values()) {
            sampleRoundTrips(SAMPLE.MOOD, mood);
        }
        Samples samples = new Samples(items());
        samples.store("a", SAMPLE.MOOD, SampleMood.LOW);
        assertThat(samples.codes(gt(SAMPLE.MOOD, SampleMood.SO_SO))).containsExactly("a");
    }

    @Test
    default void a_domain_holds_what_its_type_holds_and_its_check_is_named() {
        sampleRoundTrips(SAMPLE.NICK, "");
        sampleRoundTrips(SAMPLE.NICK, "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00");
        Samples samples = new Samples(items());
        Failure.of(InvalidValueException.class, () -> samples.store("a", SAMPLE.NICK, "longer"))
                .sqlState("22001")
                .column("nick");
        assertThat(samples.repository().count(samples.mine())).isZero();
    }

    @Test
    default void a_json_text_comes_back_as_it_was_written() {
        for (String document : List.of("{\"b\":1,  \"a\":1.10, \"b\":2}", "[1,\"x\" ]", "[\"\\u00e9\"]", "1e400")) {
            Samples samples = new Samples(items());
            JSON stored =
                    samples.store("a", SAMPLE.DOCUMENT, JSON.json(document)).get(SAMPLE.DOCUMENT);
            assertThat(stored.data()).isEqualTo(document);
            assertThat(samples.repository()
                            .findOne(samples.mine())
                            .orElseThrow()
                            .get(SAMPLE.DOCUMENT)
                            .data())
                    .isEqualTo(document);
        }
    }

    @Test
    default void arrays_of_every_element_come_back() {
        sampleRoundTrips(SAMPLE.FLAGS, new Boolean[] {true, false, null});
        sampleRoundTrips(SAMPLE.FLAGS, new Boolean[0]);
        sampleRoundTrips(SAMPLE.IDS, new UUID[] {new UUID(0, 0), null, new UUID(-1, 1)});
        sampleRoundTrips(SAMPLE.RANKS, new Integer[] {Integer.MIN_VALUE, null, Integer.MAX_VALUE});
        sampleRoundTrips(SAMPLE.AMOUNTS, new BigDecimal[] {new BigDecimal("1.10"), null, new BigDecimal("-0.01")});
    }

    @Test
    default void text_may_fill_its_column_with_characters_of_four_bytes() {
        roundTrips(ITEM.NOTE, "\ud83d\ude00".repeat(10));
        Failure.of(InvalidValueException.class, () -> items().store("x", ITEM.NOTE, "\ud83d\ude00".repeat(11)))
                .sqlState("22001")
                .column("note");
    }

    @Test
    default void days_at_the_ends_of_the_calendar_come_back_and_are_found() {
        for (LocalDate day : List.of(
                LocalDate.of(-4711, 1, 1),
                LocalDate.of(0, 12, 31),
                LocalDate.of(1, 1, 1),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(10_000, 1, 1),
                LocalDate.of(5_874_897, 12, 31),
                LocalDate.MAX,
                LocalDate.MIN)) {
            roundTrips(ITEM.DAY, day);
        }
    }

    @Test
    default void wall_times_at_the_ends_of_the_calendar_come_back_and_are_found() {
        for (LocalDateTime wall : List.of(
                LocalDateTime.of(-4711, 1, 1, 0, 0),
                LocalDateTime.of(0, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(1900, 1, 1, 0, 0, 0, 1_000),
                LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.MAX,
                LocalDateTime.MIN)) {
            roundTrips(ITEM.WALL, wall);
        }
    }

    @Test
    default void instants_at_the_ends_of_the_calendar_come_back_and_are_found() {
        for (LocalDateTime wall : List.of(
                LocalDateTime.of(-4711, 1, 2, 0, 0),
                LocalDateTime.of(0, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(1883, 11, 18, 12, 3, 58),
                LocalDateTime.of(294_276, 12, 30, 23, 59, 59, 999_999_000))) {
            roundTrips(ITEM.INSTANT, wall.atOffset(ZoneOffset.UTC));
        }
        roundTrips(ITEM.INSTANT, OffsetDateTime.MAX);
        roundTrips(ITEM.INSTANT, OffsetDateTime.MIN);
    }

    @Test
    default void the_end_of_the_day_is_not_its_beginning() {
        Items items = items();
        items.store("a", ITEM.CLOCK, LocalTime.MIDNIGHT);
        items.store("b", ITEM.CLOCK, LocalTime.MAX);
        assertThat(items.stored("b").get(ITEM.CLOCK)).isEqualTo(LocalTime.MAX);
        assertThat(items.codes(eq(ITEM.CLOCK, LocalTime.MAX))).containsExactly("b");
        assertThat(items.codes(gt(ITEM.CLOCK, LocalTime.of(23, 59, 59, 999_999_000))))
                .containsExactly("b");
    }

    @Test
    default void a_time_just_before_midnight_is_cut_to_the_microsecond() {
        LocalTime fine = LocalTime.of(23, 59, 59, 999_999_500);
        assertThat(items().roundTrip(ITEM.CLOCK, fine)).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(items().codes(eq(ITEM.CLOCK, fine))).hasSize(1);
    }

    @Test
    default void a_violated_check_of_a_domain_names_it() {
        Samples samples = new Samples(items());
        Failure.of(CheckViolationException.class, () -> samples.store("a", SAMPLE.NICK, "nobod"))
                .sqlState("23514")
                .constraint("contract_nick_check");
    }
}
