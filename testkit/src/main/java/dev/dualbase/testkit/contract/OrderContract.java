// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The order of rows. */
interface OrderContract extends ContractCase {
    /** b, a and c ranked 1, 2 and 2, and n with NULL stored between them. */
    private Items ranked() {
        Items items = items();
        items.store("b", ITEM.RANK, 1);
        items.store("n", ITEM.RANK, null);
        items.store("c", ITEM.RANK, 2);
        items.store("a", ITEM.RANK, 2);
        return items;
    }

    private void ordered(Order order, String... codes) {
        assertThat(ranked().codes(order)).containsExactly(codes);
    }

    @Test
    default void rows_come_by_primary_key_where_no_order_is_asked() {
        ordered(Order.byPrimaryKey(), "b", "n", "c", "a");
    }

    @Test
    default void rows_stay_by_primary_key_after_an_update() {
        Items items = ranked();
        items.repository().updateWhere(items.mine(), new ItemRecord().with(ITEM.NOTE, "x"));
        assertThat(items.codes()).containsExactly("b", "n", "c", "a");
    }

    @Test
    default void ascending_puts_null_last_and_ties_by_primary_key() {
        ordered(Order.by(Sort.asc(ITEM.RANK)), "b", "c", "a", "n");
    }

    @Test
    default void descending_puts_null_last_and_ties_by_primary_key() {
        ordered(Order.by(Sort.desc(ITEM.RANK)), "c", "a", "b", "n");
    }

    @Test
    default void null_comes_first_where_it_is_asked() {
        Items items = ranked();
        assertThat(items.codes(Order.by(Sort.asc(ITEM.RANK).withNullsFirst()))).containsExactly("n", "b", "c", "a");
        assertThat(items.codes(Order.by(Sort.desc(ITEM.RANK).withNullsFirst()))).containsExactly("n", "c", "a", "b");
    }

    @Test
    default void the_second_criterion_orders_what_is_alike_in_the_first() {
        ordered(Order.by(Sort.desc(ITEM.RANK), Sort.asc(ITEM.CODE)), "a", "c", "b", "n");
    }

    @Test
    default void the_primary_key_may_be_asked_for_descending() {
        ordered(Order.by(Sort.desc(ITEM.ID)), "a", "c", "n", "b");
    }

    @Test
    default void a_reversed_order_is_the_opposite_with_null_too() {
        Items items = ranked();
        Order order = Order.by(Sort.asc(ITEM.RANK), Sort.asc(ITEM.ID));
        assertThat(items.codes(order.reversed())).containsExactly("n", "a", "c", "b");
    }

    @Test
    default void numbers_days_and_instants_are_ordered_by_value_and_not_by_text() {
        Items items = items();
        items.store(items.row("a", ITEM.PRICE, new BigDecimal("10.00"))
                .with(ITEM.DAY, LocalDate.of(2026, 10, 1))
                .with(ITEM.INSTANT, OffsetDateTime.parse("2026-01-01T10:00:00+10:00")));
        items.store(items.row("b", ITEM.PRICE, new BigDecimal("9.50"))
                .with(ITEM.DAY, LocalDate.of(2026, 9, 30))
                .with(ITEM.INSTANT, OffsetDateTime.parse("2025-12-31T23:59:59Z")));
        assertThat(items.codes(Order.by(Sort.asc(ITEM.PRICE)))).containsExactly("b", "a");
        assertThat(items.codes(Order.by(Sort.asc(ITEM.DAY)))).containsExactly("b", "a");
        assertThat(items.codes(Order.by(Sort.asc(ITEM.INSTANT)))).containsExactly("b", "a");
    }

    @Test
    default void false_comes_before_true() {
        Items items = items();
        items.store("a", ITEM.ACTIVE, true);
        items.store("b", ITEM.ACTIVE, false);
        assertThat(items.codes(Order.by(Sort.asc(ITEM.ACTIVE)))).containsExactly("b", "a");
    }

    @Test
    default void nan_comes_after_every_number() {
        Items items = items();
        items.store("a", ITEM.RATIO, Double.NaN);
        items.store("b", ITEM.RATIO, Double.POSITIVE_INFINITY);
        items.store("c", ITEM.RATIO, -0.0);
        assertThat(items.codes(Order.by(Sort.asc(ITEM.RATIO)))).containsExactly("c", "b", "a");
    }

    @Test
    default void an_order_by_another_table_or_an_expression_is_refused() {
        Failure.of(SchemaMismatchException.class, () -> items().codes(Order.by(Sort.asc(ParentTable.PARENT.NAME))))
                .sqlState("42703")
                .table("contract_item");
        Failure.of(SchemaMismatchException.class, () -> items().codes(Order.by(Sort.asc(DSL.rand()))))
                .sqlState("42703");
        Failure.of(SchemaMismatchException.class, () -> items().codes(Order.by(Sort.asc(DSL.field("1; select 1")))))
                .sqlState("42703");
    }
}
