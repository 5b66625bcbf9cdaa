// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.SampleTable.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.filter.Filter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes of several rows that give back what they stored. */
interface ReturningContract extends ContractCase {
    Origin ORIGIN = new Origin("ReturningContract", "case");

    private WriteResult<ItemRecord> write(Write<ItemRecord> write) {
        return items().backend().write(write);
    }

    private WriteResult<ItemRecord> insert(Optional<org.jooq.UniqueKey<ItemRecord>> absentBy, ItemRecord... rows) {
        return write(new Write.Insert<>(ITEM, List.of(rows), absentBy, ORIGIN));
    }

    private WriteResult<ItemRecord> update(Filter filter, ItemRecord changes) {
        return write(new Write.Update<>(ITEM, items().mine(filter), changes, true, ORIGIN));
    }

    /** Ranks 1, 2 and NULL in the rows a, b and n. */
    private Items ranked() {
        items().store("a", ITEM.RANK, 1);
        items().store("b", ITEM.RANK, 2);
        items().store("n", ITEM.RANK, null);
        return items();
    }

    private static void assertChanged(WriteResult<ItemRecord> done, String... codes) {
        assertThat(Items.codesOf(done.rows())).containsExactlyInAnyOrder(codes);
        assertThat(done.updated()).isEqualTo(codes.length);
        assertThat(done.affected()).isEqualTo(codes.length);
    }

    @Test
    default void rows_of_an_insert_come_back_in_their_order() {
        Items items = items();
        WriteResult<ItemRecord> done = insert(Optional.empty(), items.row("b"), items.row("a"), items.row("c"));
        assertThat(Items.codesOf(done.rows())).containsExactly("b", "a", "c");
        assertThat(done.inserted()).isEqualTo(3);
        assertThat(done.rows()).extracting(ItemRecord::id).doesNotContainNull().isSorted();
    }

    @Test
    default void rows_of_an_insert_may_set_different_columns_and_get_defaults_for_the_others() {
        Items items = items();
        WriteResult<ItemRecord> done = insert(
                Optional.empty(),
                items.row("a", ITEM.NAME, "x"),
                items.row("b", ITEM.ACTIVE, false),
                items.row("c", ITEM.RANK, null).with(ITEM.NOTE, "y"));
        assertThat(Items.codesOf(done.rows())).containsExactly("a", "b", "c");
        assertThat(done.rows()).extracting(row -> row.get(ITEM.ACTIVE)).containsExactly(true, false, true);
        assertThat(done.rows()).extracting(row -> row.get(ITEM.NAME)).containsExactly("x", null, null);
        assertThat(done.rows()).extracting(row -> row.get(ITEM.NOTE)).containsExactly(null, null, "y");
        assertThat(items.stored("a").get(ITEM.UPDATED_AT)).isNotNull();
    }

    @Test
    default void an_insert_of_rows_that_set_different_columns_stores_all_or_none() {
        Items items = items();
        Failure.of(
                        CheckViolationException.class,
                        () -> insert(
                                Optional.empty(),
                                items.row("a", ITEM.NAME, "x"),
                                items.row("b", ITEM.RANK, -1),
                                items.row("c")))
                .constraint("contract_item_rank_check");
        assertThat(items.codes()).isEmpty();
    }

    @Test
    default void insert_if_absent_of_several_rows_gives_back_those_that_are_new() {
        Items items = items();
        items.store("b", ITEM.NAME, "old");
        WriteResult<ItemRecord> done = insert(
                Optional.of(Items.BY_CODE),
                items.row("a", ITEM.NAME, "new"),
                items.row("b", ITEM.NAME, "new"),
                items.row("c", ITEM.RANK, 1));
        assertThat(Items.codesOf(done.rows())).containsExactly("a", "c");
        assertThat(done.inserted()).isEqualTo(2);
        assertThat(done.updated()).isZero();
        assertThat(items.stored("b").get(ITEM.NAME)).isEqualTo("old");
        assertThat(items.stored("c").get(ITEM.ACTIVE)).isTrue();
    }

    @Test
    default void insert_if_absent_of_the_same_key_twice_stores_the_first() {
        Items items = items();
        WriteResult<ItemRecord> done = insert(
                Optional.of(Items.BY_CODE), items.row("a", ITEM.NAME, "first"), items.row("a", ITEM.NAME, "second"));
        assertThat(done.inserted()).isEqualTo(1);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("first");
    }

    @Test
    default void an_update_by_a_plain_condition_gives_back_every_row_it_changed() {
        ranked();
        WriteResult<ItemRecord> done =
                update(gte(ITEM.RANK, 1).and(lt(ITEM.RANK, 9)), new ItemRecord().with(ITEM.RANK, 9));
        assertChanged(done, "a", "b");
        assertThat(done.rows()).extracting(row -> row.get(ITEM.RANK)).containsOnly(9);
        assertThat(items().codes(eq(ITEM.RANK, 9))).containsExactly("a", "b");
    }

    @Test
    default void an_update_that_changes_what_its_alternatives_ask_for_gives_back_every_row() throws Exception {
        given(Capability.ATOMIC_WRITES, () -> {
            ranked();
            Filter free = or(isNull(ITEM.RANK), eq(ITEM.RANK, 1));
            assertChanged(update(free, new ItemRecord().with(ITEM.RANK, 9)), "a", "n");
            assertThat(items().codes(eq(ITEM.RANK, 9))).containsExactly("a", "n");
        });
    }

    @Test
    default void an_update_under_not_that_changes_what_it_asks_for_gives_back_every_row() throws Exception {
        given(Capability.ATOMIC_WRITES, () -> {
            ranked();
            Filter others = not(eq(ITEM.RANK, 2).and(eq(ITEM.CODE, "b")));
            assertChanged(update(others, new ItemRecord().with(ITEM.RANK, 2)), "a", "n");
        });
    }

    @Test
    default void an_update_that_reaches_nothing_gives_back_nothing() {
        ranked();
        WriteResult<ItemRecord> done = update(eq(ITEM.RANK, 77), new ItemRecord().with(ITEM.RANK, 9));
        assertThat(done.rows()).isEmpty();
        assertThat(done.affected()).isZero();
    }

    @Test
    default void counts_of_an_update_by_alternatives_on_what_it_changes_are_exact() {
        Items items = ranked();
        Filter free = items.mine(or(isNull(ITEM.RANK), eq(ITEM.RANK, 1), eq(ITEM.RANK, 9)));
        ItemRecord nine = new ItemRecord().with(ITEM.RANK, 9);
        assertThat(items.repository().updateWhere(free, nine)).isEqualTo(2);
        assertThat(items.repository().updateWhere(free, nine)).isEqualTo(2);
        Filter gone = items.mine(or(not(eq(ITEM.RANK, 9)), isNull(ITEM.RANK)));
        assertThat(items.repository().deleteWhere(gone)).isEqualTo(1);
        assertThat(items.codes()).containsExactly("a", "n");
    }

    @Test
    default void an_update_gives_back_more_than_a_thousand_rows() {
        Items items = items();
        items.repository().bulkUpsert(items.rows(1_500), Items.BY_CODE);
        WriteResult<ItemRecord> done = update(gte(ITEM.RANK, 100), new ItemRecord().with(ITEM.NOTE, "x"));
        assertThat(done.updated()).isEqualTo(1_400);
        assertThat(done.rows())
                .hasSize(1_400)
                .allSatisfy(row -> assertThat(row.get(ITEM.NOTE)).isEqualTo("x"));
    }

    @Test
    default void an_insert_gives_back_more_than_a_thousand_rows() {
        Items items = items();
        WriteResult<ItemRecord> done =
                insert(Optional.empty(), items.rows(1_500).toArray(ItemRecord[]::new));
        assertThat(done.inserted()).isEqualTo(1_500);
        assertThat(done.rows()).extracting(ItemRecord::code).isSorted().hasSize(1_500);
    }

    @Test
    default void an_upsert_of_several_rows_gives_them_back_as_they_are_now() {
        Items items = items();
        items.store(items.row("a", ITEM.NAME, "kept").with(ITEM.RANK, 1));
        WriteResult<ItemRecord> done = write(new Write.Upsert<>(
                ITEM,
                List.of(items.row("a", ITEM.RANK, 2), items.row("b", ITEM.RANK, 3)),
                Items.BY_CODE,
                BulkOptions.atomic(),
                true,
                ORIGIN));
        assertThat(List.of(done.inserted(), done.updated())).containsExactly(1L, 1L);
        assertThat(Items.codesOf(done.rows())).containsExactlyInAnyOrder("a", "b");
        assertThat(done.rows()).extracting(row -> row.get(ITEM.NAME)).containsExactlyInAnyOrder("kept", null);
    }

    @Test
    default void a_write_of_no_rows_does_nothing() {
        assertThat(insert(Optional.empty()).affected()).isZero();
        assertThat(insert(Optional.of(Items.BY_CODE)).rows()).isEmpty();
    }

    @Test
    default void a_delete_tells_how_many_rows_are_gone() {
        Samples samples = new Samples(items());
        samples.store("a", SAMPLE.NICK, "x");
        Write<SampleRecord> delete = new Write.Delete<>(SAMPLE, samples.mine().and(everyRow()), ORIGIN);
        WriteResult<SampleRecord> done = items().backend().write(delete);
        assertThat(List.of(done.inserted(), done.updated(), done.deleted())).containsExactly(0L, 0L, 1L);
        assertThat(done.rows()).isEmpty();
    }
}
