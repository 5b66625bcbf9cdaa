// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.SampleTable.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

/** The order by a column of each type: by value, NULL where it is asked for, ties by primary key. */
interface TypeOrderContract extends ContractCase {
    /** The values in ascending order go to rows b, c, d; one more row like the second is a, and n has NULL. */
    private <T> void ordered(Field<T> column, T first, T second, T third) {
        Items items = new Items(items().backend());
        items.store("d", column, third);
        items.store("n", column, null);
        items.store("c", column, second);
        items.store("b", column, first);
        items.store("a", column, second);
        assertThat(items.codes(Order.by(Sort.asc(column)))).containsExactly("b", "c", "a", "d", "n");
        assertThat(items.codes(Order.by(Sort.desc(column)))).containsExactly("d", "c", "a", "b", "n");
        assertThat(items.codes(Order.by(Sort.asc(column).withNullsFirst()))).containsExactly("n", "b", "c", "a", "d");
        assertThat(items.codes(Order.by(Sort.desc(column).withNullsFirst()))).containsExactly("n", "d", "c", "a", "b");
    }

    private <T> void orderedSample(Field<T> column, T first, T second, T third) {
        Samples samples = new Samples(items());
        samples.store("d", column, third);
        samples.store("n", column, null);
        samples.store("c", column, second);
        samples.store("b", column, first);
        samples.store("a", column, second);
        assertThat(samples.codes(Order.by(Sort.asc(column)))).containsExactly("b", "c", "a", "d", "n");
        assertThat(samples.codes(Order.by(Sort.desc(column).withNullsFirst())))
                .containsExactly("n", "d", "c", "a", "b");
    }

    @Test
    default void texts_are_in_the_order_of_their_column() {
        ordered(ITEM.NAME, "", "a", "b");
        ordered(ITEM.NOTE, "1", "10", "2");
    }

    @Test
    default void numbers_are_in_the_order_of_their_values() {
        ordered(ITEM.RANK, 2, 10, 100);
        ordered(ITEM.SMALL, (short) -10, (short) -9, (short) 8);
        ordered(ITEM.PRICE, new BigDecimal("-1"), new BigDecimal("9.50"), new BigDecimal("10"));
    }

    @Test
    default void floating_point_numbers_end_with_nan() {
        ordered(ITEM.RATIO, Double.NEGATIVE_INFINITY, -1e300, 0.0);
        ordered(ITEM.RATIO, 1e308, Double.POSITIVE_INFINITY, Double.NaN);
    }

    @Test
    default void days_and_times_are_in_the_order_of_the_calendar() {
        ordered(ITEM.DAY, LocalDate.MIN, LocalDate.of(-43, 3, 15), LocalDate.of(1, 1, 1));
        ordered(ITEM.DAY, LocalDate.of(9_999, 1, 1), LocalDate.of(10_000, 1, 1), LocalDate.MAX);
        ordered(ITEM.CLOCK, LocalTime.MIDNIGHT, LocalTime.of(0, 0, 0, 1_000), LocalTime.MAX);
        LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
        ordered(ITEM.WALL, noon.minusNanos(1_000), noon, noon.plusNanos(1_000));
        OffsetDateTime moscow = OffsetDateTime.parse("2026-01-01T15:00:00+03:00");
        ordered(ITEM.INSTANT, OffsetDateTime.parse("2026-01-01T11:59:59Z"), moscow, OffsetDateTime.MAX);
    }

    @Test
    default void uuids_are_in_the_order_of_their_bytes() {
        Items items = items();
        items.store("c", ITEM.UID, new UUID(-1, -1));
        items.store("a", ITEM.UID, new UUID(0, 0));
        items.store("n", ITEM.UID, null);
        items.store("b", ITEM.UID, new UUID(Long.MAX_VALUE, 0));
        assertThat(items.codes(Order.by(Sort.asc(ITEM.UID)))).containsExactly("a", "b", "c", "n");
        assertThat(items.codes(Order.by(Sort.desc(ITEM.UID)))).containsExactly("c", "b", "a", "n");
    }

    @Test
    default void arrays_are_in_the_order_of_their_elements() {
        ordered(ITEM.TAGS, new String[0], new String[] {"a"}, new String[] {"a", "a"});
        ordered(ITEM.TAGS, new String[] {"b"}, new String[] {"b", null}, new String[] {"c"});
        ordered(ITEM.NUMBERS, new Long[] {2L}, new Long[] {10L}, new Long[] {10L, 0L});
    }

    @Test
    default void documents_are_in_the_order_of_the_database() {
        ordered(ITEM.DATA, jsonb("\"x\""), jsonb("2"), jsonb("10"));
        ordered(ITEM.DATA, jsonb("true"), jsonb("[1]"), jsonb("{\"a\": 1}"));
    }

    @Test
    default void values_of_other_types_are_in_the_order_of_the_database() {
        orderedSample(SAMPLE.EXACT, new BigDecimal("-1e20"), new BigDecimal("1e-20"), new BigDecimal("1e20"));
        orderedSample(SAMPLE.SINGLE, -0.1f, 0.1f, Float.NaN);
        orderedSample(SAMPLE.RAW, new byte[0], new byte[] {0x7f}, new byte[] {-1});
        orderedSample(SAMPLE.MOOD, SampleMood.FINE, SampleMood.SO_SO, SampleMood.LOW);
        orderedSample(SAMPLE.PADDED, "a", "ab", "b");
        orderedSample(SAMPLE.NICK, "a", "b", "c");
        orderedSample(SAMPLE.FLAGS, new Boolean[0], new Boolean[] {false}, new Boolean[] {true});
        orderedSample(SAMPLE.RANKS, new Integer[] {-1}, new Integer[] {2}, new Integer[] {10});
    }

    @Test
    default void a_boolean_with_a_tie_is_ordered_by_primary_key() {
        Items items = items();
        List.of("d", "b", "c", "a").forEach(code -> items.store(code, ITEM.ACTIVE, code.compareTo("c") < 0));
        assertThat(items.codes(Order.by(Sort.desc(ITEM.ACTIVE)))).containsExactly("b", "a", "d", "c");
        assertThat(items.codes(Order.by(Sort.asc(ITEM.ACTIVE), Sort.desc(ITEM.ID))))
                .containsExactly("c", "d", "a", "b");
    }
}
