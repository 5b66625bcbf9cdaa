// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ScratchTable.SCRATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** No condition, row or key gets lost on the way. */
interface LostConditionContract extends ContractCase {

    @Test
    default void a_text_longer_than_its_column_is_not_cut_to_match() {
        Items items = items();
        items.store("a", ITEM.NOTE, "0123456789");
        assertThat(items.codes(in(ITEM.NOTE, List.of("0123456789x", "y")))).isEmpty();
        assertThat(items.codes(notIn(ITEM.NOTE, List.of("0123456789x", "y")))).containsExactly("a");
    }

    @Test
    default void a_number_finer_than_its_column_is_not_rounded_to_match() {
        Items items = items();
        items.store("a", ITEM.PRICE, new BigDecimal("1.01"));
        assertThat(items.codes(Filters.eq(ITEM.PRICE, new BigDecimal("1.009")))).isEmpty();
        assertThat(items.codes(in(ITEM.PRICE, List.of(new BigDecimal("1.009"), new BigDecimal("7")))))
                .isEmpty();
    }

    @Test
    default void what_is_no_condition_in_disguise_reaches_no_row() {
        for (Filter disguised : List.of(
                Filters.sql(DSL.noCondition()),
                not(not(Filters.sql(DSL.trueCondition()))),
                Filters.contains(ITEM.NAME, ""),
                Filters.arrayContains(ITEM.TAGS, List.of()))) {
            Failure.of(InvalidValueException.class, () -> items().repository().deleteWhere(disguised))
                    .table("contract_item");
        }
    }

    @Test
    @ResourceLock(ScratchTable.LOCK)
    default void rows_that_set_nothing_are_stored_one_by_one() {
        List<ScratchRecord> rows = List.of(new ScratchRecord(), new ScratchRecord());
        Origin origin = new Origin("Contract", "insert");
        var stored = items().backend().write(new Write.Insert<>(SCRATCH, rows, Optional.empty(), origin));
        assertThat(stored.inserted()).isEqualTo(2);
    }

    @Test
    default void insert_if_absent_needs_its_key() {
        ItemRecord keyless = new ItemRecord().with(ITEM.TENANT_ID, items().tenant());
        Failure.of(InvalidValueException.class, () -> items().repository().insertIfAbsent(keyless, Items.BY_CODE))
                .sqlState("22004")
                .column("code");
    }

    @Test
    default void an_update_cannot_move_a_row_onto_another() {
        Items items = items();
        items.store("a", "b");
        ItemRecord first = items.repository().findMany(items.mine()).get(0);
        first.set(ITEM.ID, first.get(ITEM.ID) + 1);
        Failure.of(InvalidValueException.class, () -> items.repository().update(first))
                .column("id");
        assertThat(items.codes(Filters.everyRow())).containsExactly("a", "b");
    }

    @Test
    default void an_order_that_no_cursor_can_hold_is_refused_on_the_first_page() {
        Order byDocument = Order.by(Sort.asc(ITEM.DATA));
        Failure.of(InvalidValueException.class, () -> items().repository().findPage(items().mine(), byDocument, 2))
                .column("data");
    }
}
