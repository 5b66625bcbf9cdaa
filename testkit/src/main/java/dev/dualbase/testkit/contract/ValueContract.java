// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.Capability;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that are not of time: what was written is read, to the last digit and character. */
interface ValueContract extends ContractCase {
    private <T> void roundTrips(Field<T> column, @Nullable T value) {
        assertThat(items().roundTrip(column, value)).isEqualTo(value);
    }

    @Test
    default void null_comes_back_as_null_in_every_column_that_takes_it() {
        for (Field<?> column : List.of(
                ITEM.NAME,
                ITEM.RANK,
                ITEM.PRICE,
                ITEM.TAGS,
                ITEM.NUMBERS,
                ITEM.DATA,
                ITEM.DAY,
                ITEM.WALL,
                ITEM.INSTANT,
                ITEM.CLOCK,
                ITEM.UID,
                ITEM.NOTE,
                ITEM.SMALL,
                ITEM.RATIO)) {
            roundTrips(column, null);
        }
    }

    @Test
    default void every_nasty_text_comes_back() {
        Nasty.TEXTS.forEach(text -> roundTrips(ITEM.NAME, text));
    }

    @Test
    default void every_nasty_text_comes_back_in_one_array() {
        roundTrips(ITEM.TAGS, Nasty.TEXTS.toArray(String[]::new));
    }

    @Test
    default void every_nasty_text_comes_back_from_a_bulk() {
        Items items = items();
        List<ItemRecord> rows = items.rows(Nasty.TEXTS.size());
        for (int i = 0; i < rows.size(); i++) {
            String text = Nasty.TEXTS.get(i);
            rows.get(i)
                    .with(ITEM.NAME, text)
                    .with(ITEM.TAGS, new String[] {text, text})
                    .with(ITEM.DATA, jsonb("[" + Json.quoted(text) + "]"));
        }
        items.repository().bulkUpsert(rows, Items.BY_CODE);
        for (int i = 0; i < rows.size(); i++) {
            ItemRecord stored = items.stored(rows.get(i).code());
            String text = Nasty.TEXTS.get(i);
            assertThat(stored.get(ITEM.NAME)).isEqualTo(text);
            assertThat(stored.get(ITEM.TAGS)).containsExactly(text, text);
            assertThat(items.codes(eq(ITEM.DATA, rows.get(i).get(ITEM.DATA)))).contains(stored.code());
        }
    }

    @Test
    default void a_long_text_comes_back() {
        roundTrips(ITEM.NAME, "Ёж\ud83d\ude00".repeat(250_000));
    }

    @Test
    default void a_text_may_be_as_long_as_its_column_counted_in_characters() {
        roundTrips(ITEM.NOTE, "\ud83d\ude00".repeat(10));
        roundTrips(ITEM.NOTE, "ёёёёёёёёёё");
    }

    @Test
    default void an_empty_array_stays_an_array() {
        roundTrips(ITEM.TAGS, new String[0]);
        roundTrips(ITEM.NUMBERS, new Long[0]);
        assertThat(items().codes(isNull(ITEM.TAGS).and(isNull(ITEM.NUMBERS)))).isEmpty();
    }

    @Test
    default void null_inside_an_array_comes_back_and_is_not_the_word() {
        roundTrips(ITEM.TAGS, new String[] {null, "null", "NULL", ""});
        roundTrips(ITEM.NUMBERS, new Long[] {null, 1L, null});
    }

    @Test
    default void long_numbers_are_exact_to_the_last_digit() {
        roundTrips(
                ITEM.NUMBERS,
                new Long[] {Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L, -1L, 1_234_567_890_123_456_789L});
        roundTrips(ITEM.ID, 9_007_199_254_740_993L);
        roundTrips(ITEM.ID, 1_234_567_890_123_456_789L);
    }

    @Test
    default void the_ends_of_each_integer_type_come_back() {
        roundTrips(ITEM.RANK, Integer.MAX_VALUE);
        roundTrips(ITEM.RANK, 0);
        roundTrips(ITEM.SMALL, Short.MAX_VALUE);
        roundTrips(ITEM.SMALL, Short.MIN_VALUE);
    }

    @Test
    default void a_number_comes_back_with_the_scale_of_its_column() {
        assertThat(items().roundTrip(ITEM.PRICE, new BigDecimal("1.1"))).isEqualTo(new BigDecimal("1.10"));
        assertThat(items().roundTrip(ITEM.PRICE, new BigDecimal("1e3"))).isEqualTo(new BigDecimal("1000.00"));
        assertThat(items().roundTrip(ITEM.PRICE, BigDecimal.ZERO)).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    default void a_number_with_too_many_decimals_is_rounded_half_away_from_zero() {
        assertThat(items().roundTrip(ITEM.PRICE, new BigDecimal("0.125"))).isEqualTo(new BigDecimal("0.13"));
        assertThat(items().roundTrip(ITEM.PRICE, new BigDecimal("-0.125"))).isEqualTo(new BigDecimal("-0.13"));
        assertThat(items().roundTrip(ITEM.PRICE, new BigDecimal("99999999.994")))
                .isEqualTo(new BigDecimal("99999999.99"));
    }

    @Test
    default void a_number_is_compared_by_value_whatever_its_scale() {
        items().store("a", ITEM.PRICE, new BigDecimal("1.10"));
        assertThat(items().codes(eq(ITEM.PRICE, new BigDecimal("1.1")))).containsExactly("a");
        assertThat(items().codes(eq(ITEM.PRICE, new BigDecimal("1.1000")))).containsExactly("a");
        assertThat(items().codes(eq(ITEM.PRICE, new BigDecimal("1.104")))).isEmpty();
    }

    @Test
    default void floating_point_numbers_come_back_bit_for_bit() {
        for (double value : new double[] {0.1, 1e308, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, -123.456e-7}) {
            roundTrips(ITEM.RATIO, value);
        }
    }

    @Test
    default void special_floating_point_numbers_come_back() {
        roundTrips(ITEM.RATIO, Double.NaN);
        roundTrips(ITEM.RATIO, Double.POSITIVE_INFINITY);
        roundTrips(ITEM.RATIO, Double.NEGATIVE_INFINITY);
        roundTrips(ITEM.RATIO, -0.0);
    }

    @Test
    default void booleans_and_uuids_come_back() {
        roundTrips(ITEM.ACTIVE, false);
        roundTrips(ITEM.ACTIVE, true);
        roundTrips(ITEM.UID, new UUID(0, 0));
        roundTrips(ITEM.UID, new UUID(-1, -1));
        roundTrips(ITEM.UID, UUID.randomUUID());
    }

    @Test
    default void documents_of_every_kind_come_back() {
        for (String document : List.of(
                "{}",
                "[]",
                "\"\"",
                "\"text\"",
                "true",
                "0",
                "[1, 2]",
                "{\"a\": {\"b\": [null, {}, []]}}",
                "\"\\u00e9\"")) {
            assertSameDocument(document);
        }
    }

    @Test
    default void numbers_in_documents_keep_every_digit() {
        for (String number : List.of("9007199254740993", "1.10", "123456789012345678901234567890.5", "1e-20")) {
            String stored = storedDocument("{\"n\": " + number + "}").data();
            String digits = stored.substring("{\"n\": ".length(), stored.length() - 1);
            assertThat(new BigDecimal(digits)).isEqualByComparingTo(new BigDecimal(number));
            assertThat(digits.contains("E") || digits.equals("1.1")).isFalse();
        }
    }

    @Test
    default void each_nasty_text_comes_back_inside_a_document() {
        for (String text : Nasty.TEXTS) {
            assertSameDocument("{" + Json.quoted(text) + ": " + Json.quoted(text) + "}");
        }
    }

    @Test
    default void a_document_that_is_null_is_not_a_missing_document() throws Exception {
        given(Capability.JSON_NULLS, () -> {
            Items items = items();
            items.store("json", ITEM.DATA, jsonb("null"));
            items.store("sql", ITEM.DATA, null);
            JSONB json = items.stored("json").get(ITEM.DATA);
            assertThat(json).isNotNull();
            assertThat(json.data()).isEqualTo("null");
            assertThat(items.stored("sql").get(ITEM.DATA)).isNull();
            assertThat(items.codes(isNull(ITEM.DATA))).containsExactly("sql");
            assertThat(items.codes(eq(ITEM.DATA, jsonb("null")))).containsExactly("json");
        });
    }

    private JSONB storedDocument(String document) {
        return Objects.requireNonNull(items().roundTrip(ITEM.DATA, jsonb(document)));
    }

    /** What is stored equals the document in the database's eyes, and reads as JSON of the same shape. */
    private void assertSameDocument(String document) {
        JSONB stored = storedDocument(document);
        assertThat(items().repository()
                        .count(items().mine(eq(ITEM.DATA, jsonb(document)).and(eq(ITEM.DATA, stored)))))
                .as(document)
                .isPositive();
        assertThat(stored).isEqualTo(jsonb(document));
    }
}
