// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.SampleTable.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

/** Lists of values, of every type and with the texts that a list form confuses. */
interface ListFilterContract extends ContractCase {
    /** Rows a, b and c with these values, and n with NULL: a list of the first two finds two, its negation the third. */
    private <T> void listed(Field<T> column, T first, T second, T third) {
        Items items = new Items(items().backend());
        items.store("a", column, first);
        items.store("b", column, second);
        items.store("c", column, third);
        items.store("n", column, null);
        assertThat(items.codes(in(column, List.of(first, second)))).containsExactly("a", "b");
        assertThat(items.codes(in(column, List.of(third)))).containsExactly("c");
        assertThat(items.codes(in(column, List.of(first, first, first)))).containsExactly("a");
        assertThat(items.codes(notIn(column, List.of(first, second)))).containsExactly("c");
        assertThat(items.codes(notIn(column, List.of(third, third)))).containsExactly("a", "b");
        assertThat(items.codes(not(in(column, List.of(third))))).containsExactly("a", "b");
        assertThat(items.codes(not(notIn(column, List.of(first))))).containsExactly("a");
    }

    private <T> void listedSample(Field<T> column, T first, T second, T third) {
        Samples samples = new Samples(items());
        samples.store("a", column, first);
        samples.store("b", column, second);
        samples.store("c", column, third);
        samples.store("n", column, null);
        assertThat(samples.codes(in(column, List.of(first, second)))).containsExactly("a", "b");
        assertThat(samples.codes(notIn(column, List.of(first, second)))).containsExactly("c");
        assertThat(samples.codes(in(column, List.of(third, third)))).containsExactly("c");
        assertThat(samples.codes(not(in(column, List.of(third))))).containsExactly("a", "b");
    }

    @Test
    default void a_list_of_the_empty_text_finds_the_empty_text_alone() {
        Items items = items();
        items.store("a", ITEM.NAME, "");
        items.store("b", ITEM.NAME, "x");
        items.store("n");
        assertThat(items.codes(in(ITEM.NAME, List.of("")))).containsExactly("a");
        assertThat(items.codes(in(ITEM.NAME, List.of("", "")))).containsExactly("a");
        assertThat(items.codes(in(ITEM.NAME, List.of("", "x")))).containsExactly("a", "b");
        assertThat(items.codes(notIn(ITEM.NAME, List.of("")))).containsExactly("b");
        assertThat(items.codes(notIn(ITEM.NAME, List.of("", "")))).containsExactly("b");
        assertThat(items.codes(not(in(ITEM.NAME, List.of(""))))).containsExactly("b");
        assertThat(items.codes(notIn(ITEM.NAME, List.of("", "x")))).isEmpty();
    }

    @Test
    default void a_change_by_a_list_of_the_empty_text_reaches_the_empty_text_alone() {
        Items items = items();
        items.store("a", ITEM.NAME, "");
        items.store("b", ITEM.NAME, "x");
        assertThat(items.repository()
                        .updateWhere(items.mine(notIn(ITEM.NAME, List.of(""))), new ItemRecord().with(ITEM.RANK, 1)))
                .isEqualTo(1);
        assertThat(items.repository().deleteWhere(items.mine(in(ITEM.NAME, List.of("")))))
                .isEqualTo(1);
        assertThat(items.codes()).containsExactly("b");
    }

    @Test
    default void each_nasty_text_is_found_in_a_list_beside_others() {
        Items items = items();
        for (int i = 0; i < Nasty.TEXTS.size(); i++) {
            items.store("c" + i, ITEM.NAME, Nasty.TEXTS.get(i));
        }
        for (int i = 0; i < Nasty.TEXTS.size(); i++) {
            assertThat(items.codes(in(ITEM.NAME, List.of("none", Nasty.TEXTS.get(i), "of these"))))
                    .containsExactly("c" + i);
        }
        assertThat(items.codes(in(ITEM.NAME, Nasty.TEXTS))).hasSameSizeAs(Nasty.TEXTS);
        assertThat(items.codes(notIn(ITEM.NAME, Nasty.TEXTS))).isEmpty();
    }

    @Test
    default void texts_with_commas_quotes_and_parentheses_stay_one_value() {
        listed(ITEM.NAME, "a,b", "c\"),(\"d", "a");
        listed(ITEM.NAME, " a", "a ", "a");
        listed(ITEM.NAME, "null", "\\", "(null)");
    }

    @Test
    default void a_list_of_numbers_finds_them_by_value() {
        listed(ITEM.RANK, 1, 20, 300);
        listed(ITEM.SMALL, (short) -1, (short) 0, (short) 1);
        Items items = items();
        long precise = 9_007_199_254_740_993L;
        items.store("a", ITEM.ID, precise);
        items.store("b", ITEM.ID, precise - 1);
        assertThat(items.codes(in(ITEM.ID, List.of(precise, precise + 1)))).containsExactly("a");
    }

    @Test
    default void a_list_of_decimals_finds_them_whatever_their_scale() {
        listed(ITEM.PRICE, new BigDecimal("1.00"), new BigDecimal("2.5"), new BigDecimal("-3"));
        Items items = items();
        items.store("a", ITEM.PRICE, BigDecimal.ONE);
        List<BigDecimal> scales = List.of(new BigDecimal("1.0"), new BigDecimal("1.00"), new BigDecimal("1E+0"));
        assertThat(items.codes(in(ITEM.PRICE, scales))).containsExactly("a");
        assertThat(items.codes(notIn(ITEM.PRICE, scales))).isEmpty();
    }

    @Test
    default void a_list_of_floating_point_numbers_finds_nan_and_infinity() {
        listed(ITEM.RATIO, Double.NaN, Double.POSITIVE_INFINITY, 0.1);
        listed(ITEM.RATIO, Double.NEGATIVE_INFINITY, 1e308, Double.MIN_VALUE);
        Items items = items();
        items.store("a", ITEM.RATIO, -0.0);
        assertThat(items.codes(in(ITEM.RATIO, List.of(0.0, 1.0)))).containsExactly("a");
    }

    @Test
    default void a_list_of_days_and_times_finds_them() {
        listed(ITEM.DAY, LocalDate.MAX, LocalDate.of(2026, 1, 1), LocalDate.of(-43, 3, 15));
        listed(ITEM.CLOCK, LocalTime.MIDNIGHT, LocalTime.of(10, 0, 0, 1_000), LocalTime.MAX);
        LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
        listed(ITEM.WALL, noon, noon.plusNanos(1_000), noon.plusDays(1));
        OffsetDateTime moscow = OffsetDateTime.parse("2026-01-01T15:00:00+03:00");
        listed(ITEM.INSTANT, moscow, moscow.plusNanos(1_000), OffsetDateTime.parse("2026-01-01T15:00:00Z"));
    }

    @Test
    default void a_list_of_uuids_finds_them() {
        listed(ITEM.UID, new UUID(0, 0), new UUID(-1, -1), new UUID(1, 2));
    }

    @Test
    default void a_list_of_booleans_finds_them() {
        Items items = items();
        items.store("a", ITEM.ACTIVE, true);
        items.store("b", ITEM.ACTIVE, false);
        assertThat(items.codes(in(ITEM.ACTIVE, List.of(true)))).containsExactly("a");
        assertThat(items.codes(in(ITEM.ACTIVE, List.of(true, false)))).containsExactly("a", "b");
        assertThat(items.codes(notIn(ITEM.ACTIVE, List.of(true, true)))).containsExactly("b");
    }

    @Test
    default void a_list_of_arrays_finds_them_whole() {
        listed(ITEM.TAGS, new String[] {"a", "b"}, new String[0], new String[] {"b", "a"});
        listed(ITEM.TAGS, new String[] {null}, new String[] {"null"}, new String[] {""});
        listed(ITEM.TAGS, new String[] {"a,b"}, new String[] {"{}", "\""}, new String[] {"a", "b"});
        listed(ITEM.NUMBERS, new Long[] {1L}, new Long[] {1L, null}, new Long[] {null, 1L});
    }

    @Test
    default void a_list_of_documents_finds_them_by_value() {
        listed(ITEM.DATA, jsonb("{\"a\": 1, \"b\": 2}"), jsonb("[]"), jsonb("{\"a\": \"1\"}"));
        listed(ITEM.DATA, jsonb("\"a,b\""), jsonb("1.0"), jsonb("\"1\""));
        Items items = items();
        items.store("a", ITEM.DATA, jsonb("{\"b\":2,\"a\":1.00}"));
        assertThat(items.codes(in(ITEM.DATA, List.of(jsonb("{\"a\":1,\"b\":2}"), jsonb("0")))))
                .containsExactly("a");
    }

    @Test
    default void a_list_of_bytes_texts_and_numbers_of_other_types_finds_them() {
        listedSample(SAMPLE.RAW, new byte[] {0, -1}, new byte[0], new byte[] {'\\', 'x'});
        listedSample(SAMPLE.EXACT, new BigDecimal("0.1"), new BigDecimal("1e-20"), new BigDecimal("1e20"));
        listedSample(SAMPLE.SINGLE, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY);
        listedSample(SAMPLE.NICK, "a", "a,b", "");
        listedSample(SAMPLE.MOOD, SampleMood.SO_SO, SampleMood.FINE, SampleMood.LOW);
    }

    @Test
    default void a_list_of_arrays_of_other_types_finds_them_whole() {
        listedSample(SAMPLE.FLAGS, new Boolean[] {true, null}, new Boolean[0], new Boolean[] {false});
        listedSample(SAMPLE.IDS, new UUID[] {new UUID(0, 1)}, new UUID[0], new UUID[] {new UUID(1, 0)});
        listedSample(SAMPLE.RANKS, new Integer[] {1, 2}, new Integer[] {2, 1}, new Integer[] {1});
    }
}
