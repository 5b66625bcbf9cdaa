// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.noRow;
import static dev.dualbase.testkit.contract.Absent.absent;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.error.EmptyResultException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NonUniqueResultException;
import dev.dualbase.core.error.ResultTooLargeException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding rows. */
interface ReadContract extends ContractCase {
    private Read<ItemRecord> readOfMine() {
        return Read.of(ITEM, items().mine(), new Origin("Contract", "read"));
    }

    @Test
    default void find_one_gives_the_row() {
        Items items = items();
        items.store("a", "b");
        assertThat(items.repository().findOne(items.mine(eq(ITEM.CODE, "b"))))
                .map(ItemRecord::code)
                .contains("b");
    }

    @Test
    default void find_one_gives_nothing_where_there_is_nothing() {
        assertThat(items().repository().findOne(items().mine())).isEmpty();
    }

    @Test
    default void find_one_refuses_to_choose_between_two_rows() {
        Items items = items();
        items.store("a", "b");
        Failure.of(NonUniqueResultException.class, () -> items.repository().findOne(items.mine()))
                .sqlState("21000")
                .table("contract_item");
    }

    @Test
    default void find_first_gives_the_first_in_its_order() {
        Items items = items();
        items.store("a", "b", "c");
        assertThat(items.repository().findFirst(items.mine(), Order.by(Sort.desc(ITEM.CODE))))
                .map(ItemRecord::code)
                .contains("c");
    }

    @Test
    default void find_many_without_a_match_is_an_empty_list() {
        assertThat(items().codes(noRow())).isEmpty();
    }

    @Test
    default void find_many_gives_every_column() {
        Items items = items();
        ItemRecord stored = items.store("a", ITEM.NAME, "Anna");
        assertThat(items.stored("a").intoList()).isEqualTo(stored.intoList());
    }

    @Test
    default void find_many_above_the_maximum_is_refused_and_never_cut() {
        Items items = items();
        items.store("a", "b", "c");
        BaseRepository<ItemRecord> two = new BaseRepository<>(items.backend(), ITEM, 2);
        Failure.of(ResultTooLargeException.class, () -> two.findMany(items.mine()))
                .table("contract_item");
        assertThat(two.findMany(items.mine(gt(ITEM.CODE, "a")))).hasSize(2);
    }

    @Test
    default void a_row_is_found_by_its_primary_key() {
        Items items = items();
        long id = items.store(items.row("a")).id();
        assertThat(items.repository().findById(items.tenant(), id))
                .map(ItemRecord::code)
                .contains("a");
        assertThat(items.repository().getById(items.tenant(), id).code()).isEqualTo("a");
    }

    @Test
    default void a_primary_key_of_another_tenant_finds_nothing() {
        Items items = items();
        long id = items.store(items.row("a")).id();
        assertThat(items.repository().findById(items.tenant() + 1_000_000_007L, id))
                .isEmpty();
    }

    @Test
    default void get_by_id_throws_where_there_is_no_row() {
        Failure.of(EmptyResultException.class, () -> items().repository().getById(items().tenant(), 987_654_321L))
                .table("contract_item")
                .withoutValue("987654321");
    }

    @Test
    default void a_primary_key_with_too_few_or_too_many_values_is_refused() {
        Failure.of(InvalidValueException.class, () -> items().repository().findById(1L))
                .sqlState("22023")
                .table("contract_item");
        Failure.of(InvalidValueException.class, () -> items().repository().findById(1L, 2L, 3L))
                .sqlState("22023");
    }

    @Test
    default void null_or_another_type_in_a_primary_key_is_refused() {
        Failure.of(InvalidValueException.class, () -> items().repository().findById(absent(), 1L))
                .sqlState("22004")
                .column("tenant_id");
        Failure.of(InvalidValueException.class, () -> items().repository().findById(1L, "1"))
                .sqlState("42804")
                .table("contract_item")
                .column("id");
    }

    @Test
    default void a_table_without_a_primary_key_has_no_find_by_id() {
        BaseRepository<DriftedRecord> drifted = rowsOf(DriftedTable.DRIFTED);
        Failure.of(UnsupportedCapabilityException.class, () -> drifted.findById(1L));
    }

    @Test
    default void count_counts_the_matching_rows() {
        Items items = items();
        items.store("a", "b", "c");
        assertThat(items.repository().count(items.mine())).isEqualTo(3);
        assertThat(items.repository().count(items.mine(eq(ITEM.CODE, "b")))).isEqualTo(1);
        assertThat(items.repository().count(items.mine(noRow()))).isZero();
    }

    @Test
    default void count_does_not_mind_the_limit() {
        items().store("a", "b", "c");
        assertThat(items().backend().count(readOfMine().limitedTo(Limit.of(1)))).isEqualTo(3);
    }

    @Test
    default void exists_tells_whether_a_row_matches() {
        Items items = items();
        items.store("a");
        assertThat(items.repository().exists(items.mine(eq(ITEM.CODE, "a")))).isTrue();
        assertThat(items.repository().exists(items.mine(eq(ITEM.CODE, "b")))).isFalse();
    }

    @Test
    default void columns_that_are_not_asked_for_stay_unset() {
        items().store("a", ITEM.NAME, "Anna");
        ItemRecord row = items().backend()
                .read(readOfMine().onlyColumns(List.of(ITEM.NAME)))
                .get(0);
        assertThat(row.get(ITEM.NAME)).isEqualTo("Anna");
        assertThat(row.get(ITEM.CODE)).isNull();
    }

    @Test
    default void a_column_of_another_table_cannot_be_asked_for() {
        Failure.of(
                        SchemaMismatchException.class,
                        () -> readOfMine().onlyColumns(List.of(ITEM.NAME, ParentTable.PARENT.NAME)))
                .sqlState("42703")
                .table("contract_item");
    }

    @Test
    default void what_was_read_counts_as_not_set() {
        items().store("a", ITEM.NAME, "Anna");
        assertThat(items().stored("a").changed()).isFalse();
    }

    @Test
    default void a_call_without_a_filter_is_refused() {
        Failure.ofNullArgument(() -> items().repository().findMany(absent()));
        Failure.ofNullArgument(() -> items().repository().count(absent()));
    }
}
