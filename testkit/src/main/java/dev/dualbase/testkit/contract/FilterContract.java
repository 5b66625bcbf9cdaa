// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.between;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.core.filter.Filters.isNotNull;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.core.filter.Filters.lte;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.core.filter.Filters.noRow;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.core.filter.Filters.sql;
import static dev.dualbase.testkit.contract.Absent.absent;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.filter.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Comparisons and logic. */
interface FilterContract extends ContractCase {
    /** Ranks 1, 2 and 3 in the rows a, b and c, and NULL in d. */
    private Items ranked() {
        Items items = items();
        items.store("a", ITEM.RANK, 1);
        items.store("b", ITEM.RANK, 2);
        items.store("c", ITEM.RANK, 3);
        items.store("d", ITEM.RANK, null);
        return items;
    }

    private void matches(Filter filter, String... codes) {
        assertThat(ranked().codes(filter)).containsExactly(codes);
    }

    @Test
    default void eq_finds_the_equal_value() {
        matches(eq(ITEM.RANK, 2), "b");
    }

    @Test
    default void ne_leaves_out_the_equal_value_and_null() {
        matches(ne(ITEM.RANK, 2), "a", "c");
    }

    @Test
    default void lt_and_lte_differ_in_the_bound() {
        Items items = ranked();
        assertThat(items.codes(lt(ITEM.RANK, 2))).containsExactly("a");
        assertThat(items.codes(lte(ITEM.RANK, 2))).containsExactly("a", "b");
    }

    @Test
    default void gt_and_gte_differ_in_the_bound() {
        Items items = ranked();
        assertThat(items.codes(gt(ITEM.RANK, 2))).containsExactly("c");
        assertThat(items.codes(gte(ITEM.RANK, 2))).containsExactly("b", "c");
    }

    @Test
    default void between_includes_both_bounds() {
        matches(between(ITEM.RANK, 1, 2), "a", "b");
    }

    @Test
    default void between_finds_nothing_where_the_first_bound_is_the_greater() {
        matches(between(ITEM.RANK, 2, 1));
    }

    @Test
    default void not_between_leaves_out_null() {
        matches(not(between(ITEM.RANK, 2, 3)), "a");
    }

    @Test
    default void in_finds_each_of_the_values() {
        matches(in(ITEM.RANK, List.of(3, 1, 7, 3)), "a", "c");
    }

    @Test
    default void in_with_one_value_finds_it() {
        matches(in(ITEM.RANK, List.of(3)), "c");
    }

    @Test
    default void in_with_no_value_finds_nothing() {
        matches(in(ITEM.RANK, List.of()));
    }

    @Test
    default void in_with_many_values_finds_them() {
        Items items = ranked();
        List<Integer> ranks = IntStream.rangeClosed(3, 5_000).boxed().toList();
        assertThat(items.codes(in(ITEM.RANK, ranks))).containsExactly("c");
        assertThat(items.repository().count(items.mine(in(ITEM.RANK, ranks)))).isEqualTo(1);
    }

    @Test
    default void not_in_with_many_values_leaves_them_out() throws Exception {
        given(Capability.LONG_FILTERS, () -> {
            List<Integer> ranks = IntStream.rangeClosed(3, 5_000).boxed().toList();
            assertThat(ranked().codes(notIn(ITEM.RANK, ranks))).containsExactly("a", "b");
        });
    }

    @Test
    default void not_in_leaves_out_the_values_and_null() {
        matches(notIn(ITEM.RANK, List.of(1, 3)), "b");
    }

    @Test
    default void not_in_with_no_value_finds_every_row_with_null_too() {
        matches(notIn(ITEM.RANK, List.of()), "a", "b", "c", "d");
    }

    @Test
    default void in_works_on_types_of_every_kind() {
        Items items = items();
        items.store(items.row("a", ITEM.DAY, LocalDate.of(2026, 1, 2)).with(ITEM.PRICE, new BigDecimal("1.50")));
        items.store(items.row("b", ITEM.DAY, LocalDate.of(2026, 1, 3)).with(ITEM.PRICE, new BigDecimal("2.50")));
        assertThat(items.codes(in(ITEM.DAY, List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 5, 5)))))
                .containsExactly("a");
        assertThat(items.codes(in(ITEM.PRICE, List.of(new BigDecimal("2.5"), new BigDecimal("7")))))
                .containsExactly("b");
        assertThat(items.codes(in(ITEM.ACTIVE, List.of(true, false)))).containsExactly("a", "b");
    }

    @Test
    default void null_in_a_list_is_refused() {
        Failure.of(InvalidValueException.class, () -> in(ITEM.RANK, Arrays.asList(1, null)))
                .sqlState("22004")
                .table("contract_item")
                .column("rank");
    }

    @Test
    default void null_as_a_value_is_refused() {
        Failure.of(InvalidValueException.class, () -> eq(ITEM.RANK, absent()))
                .sqlState("22004")
                .table("contract_item")
                .column("rank");
        Failure.of(InvalidValueException.class, () -> between(ITEM.RANK, 1, absent()))
                .sqlState("22004");
    }

    @Test
    default void is_null_and_is_not_null_part_the_rows() {
        Items items = ranked();
        assertThat(items.codes(isNull(ITEM.RANK))).containsExactly("d");
        assertThat(items.codes(isNotNull(ITEM.RANK))).containsExactly("a", "b", "c");
    }

    @Test
    default void is_distinct_from_takes_null_for_a_value() {
        Items items = ranked();
        assertThat(items.codes(isDistinctFrom(ITEM.RANK, 2))).containsExactly("a", "c", "d");
        assertThat(items.codes(isDistinctFrom(ITEM.RANK, null))).containsExactly("a", "b", "c");
        assertThat(items.codes(not(isDistinctFrom(ITEM.RANK, 2)))).containsExactly("b");
    }

    @Test
    default void not_of_unknown_is_unknown() {
        matches(not(eq(ITEM.RANK, 1)), "b", "c");
    }

    @Test
    default void not_of_not_leaves_unknown_out() {
        matches(not(not(eq(ITEM.RANK, 1))), "a");
    }

    @Test
    default void unknown_and_false_is_false() {
        matches(not(and(eq(ITEM.RANK, 1), eq(ITEM.CODE, "zzz"))), "a", "b", "c", "d");
    }

    @Test
    default void unknown_and_true_is_unknown() {
        matches(not(and(eq(ITEM.RANK, 1), eq(ITEM.CODE, "d"))), "a", "b", "c");
    }

    @Test
    default void unknown_or_true_is_true() {
        matches(or(eq(ITEM.RANK, 1), eq(ITEM.CODE, "d")), "a", "d");
    }

    @Test
    default void unknown_or_false_is_unknown() {
        matches(not(or(eq(ITEM.RANK, 1), eq(ITEM.CODE, "zzz"))), "b", "c");
    }

    @Test
    default void a_null_status_counts_as_not_deleted_when_it_is_said() {
        matches(or(isNull(ITEM.RANK), ne(ITEM.RANK, 3)), "a", "b", "d");
    }

    @Test
    default void and_of_nothing_is_every_row_and_or_of_nothing_is_none() {
        Items items = ranked();
        assertThat(items.codes(and(List.of()))).containsExactly("a", "b", "c", "d");
        assertThat(items.codes(or(List.of()))).isEmpty();
    }

    @Test
    default void every_row_and_no_row_keep_their_meaning_inside_logic() {
        Items items = ranked();
        assertThat(items.codes(everyRow().and(eq(ITEM.RANK, 1)))).containsExactly("a");
        assertThat(items.codes(noRow().or(eq(ITEM.RANK, 1)))).containsExactly("a");
        assertThat(items.codes(not(noRow()))).hasSize(4);
        assertThat(items.codes(not(everyRow()))).isEmpty();
    }

    @Test
    default void deep_logic_is_answered_exactly() {
        Filter low = or(eq(ITEM.RANK, 1), and(eq(ITEM.RANK, 2), not(eq(ITEM.CODE, "zzz"))));
        matches(and(low, not(and(eq(ITEM.RANK, 2), eq(ITEM.CODE, "b")))), "a");
    }

    @Test
    default void a_long_chain_of_alternatives_is_answered() {
        Filter chain = noRow();
        for (int i = 100; i < 300; i++) {
            chain = chain.or(eq(ITEM.RANK, i));
        }
        matches(chain.or(eq(ITEM.RANK, 3)), "c");
    }

    @Test
    default void a_filter_on_date_and_instant_is_applied() {
        Items items = items();
        OffsetDateTime noon = OffsetDateTime.parse("2026-03-01T12:00:00Z");
        items.store(items.row("a", ITEM.DAY, LocalDate.of(2026, 3, 1)).with(ITEM.INSTANT, noon));
        items.store(items.row("b", ITEM.DAY, LocalDate.of(2026, 3, 2)).with(ITEM.INSTANT, noon.plusSeconds(1)));
        assertThat(items.codes(eq(ITEM.DAY, LocalDate.of(2026, 3, 1)))).containsExactly("a");
        assertThat(items.codes(gt(ITEM.INSTANT, OffsetDateTime.parse("2026-03-01T15:00:00+03:00"))))
                .containsExactly("b");
    }

    @Test
    default void a_boolean_is_compared_as_a_value() {
        Items items = items();
        items.store("a", ITEM.ACTIVE, false);
        items.store("b");
        assertThat(items.codes(eq(ITEM.ACTIVE, true))).containsExactly("b");
        assertThat(items.codes(ne(ITEM.ACTIVE, true))).containsExactly("a");
    }

    @Test
    default void a_longer_text_than_the_column_holds_matches_nothing() {
        Items items = ranked();
        assertThat(items.codes(eq(ITEM.CODE, "a".repeat(50)))).isEmpty();
        assertThat(items.codes(ne(ITEM.CODE, "a".repeat(50)))).hasSize(4);
    }

    @Test
    default void a_column_of_another_table_is_refused() {
        Failure.of(SchemaMismatchException.class, () -> items().codes(eq(ParentTable.PARENT.NAME, "x")))
                .sqlState("42703")
                .table("contract_item");
        Failure.of(SchemaMismatchException.class, () -> items().codes(not(isNull(ParentTable.PARENT.ID))))
                .sqlState("42703");
    }

    @Test
    default void an_expression_is_no_column() {
        Failure.of(SchemaMismatchException.class, () -> items().codes(eq(DSL.upper(ITEM.CODE), "A")))
                .sqlState("42703");
        Failure.of(
                        SchemaMismatchException.class,
                        () -> items().codes(isNull(DSL.field("id; drop table contract_item", String.class))))
                .sqlState("42703");
    }

    @Test
    default void an_sql_condition_is_answered_where_it_is_offered() throws Exception {
        given(Capability.SQL_CONDITIONS, () -> {
            Items items = ranked();
            assertThat(items.codes(sql(ITEM.RANK.mod(2).eq(1)))).containsExactly("a", "c");
            assertThat(items.codes(not(sql(ITEM.RANK.mod(2).eq(1))))).containsExactly("b");
        });
    }
}
