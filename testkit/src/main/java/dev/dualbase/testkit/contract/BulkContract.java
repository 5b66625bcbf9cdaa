// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Upserts of many rows. */
interface BulkContract extends BulkCase {
    @Test
    default void a_bulk_of_no_rows_does_nothing() {
        assertCounts(atomic(), 0, 0);
        assertCounts(isolated(), 0, 0);
    }

    @Test
    default void a_bulk_counts_new_and_changed_rows_apart() {
        Items items = items();
        items.store("a", "b");
        assertCounts(
                atomic(items.row("a", ITEM.RANK, 1), items.row("c", ITEM.RANK, 2), items.row("d", ITEM.RANK, 3)), 2, 1);
        assertThat(items.codes(isNull(ITEM.RANK))).containsExactly("b");
    }

    @Test
    default void a_bulk_of_thousands_is_stored_and_counted() {
        Items items = items();
        List<ItemRecord> rows = items.rows(3_000);
        assertCounts(items.repository().bulkUpsert(rows.subList(0, 2_000), Items.BY_CODE), 2_000, 0);
        assertCounts(items.repository().bulkUpsert(rows, Items.BY_CODE), 1_000, 2_000);
        assertThat(items.repository().count(items.mine())).isEqualTo(3_000);
        assertThat(items.stored("02999").get(ITEM.RANK)).isEqualTo(2_999);
    }

    @Test
    default void a_bulk_of_wide_rows_is_not_bound_by_the_protocol() {
        Items items = items();
        List<ItemRecord> rows = new ArrayList<>();
        for (ItemRecord row : items.rows(4_500)) {
            rows.add(row.with(ITEM.NAME, "n")
                    .with(ITEM.ACTIVE, false)
                    .with(ITEM.TAGS, new String[] {"x", "y"})
                    .with(ITEM.NUMBERS, new Long[] {1L})
                    .with(ITEM.DATA, jsonb("{}"))
                    .with(ITEM.NOTE, "x")
                    .with(ITEM.SMALL, (short) 1)
                    .with(ITEM.RATIO, 0.5)
                    .with(ITEM.UID, UUID.randomUUID())
                    .with(ITEM.PRICE, null)
                    .with(ITEM.DAY, null)
                    .with(ITEM.WALL, null));
        }
        assertCounts(items.repository().bulkUpsert(rows, Items.BY_CODE), 4_500, 0);
        assertThat(items.repository().count(items.mine(eq(ITEM.NOTE, "x")))).isEqualTo(4_500);
    }

    @Test
    default void a_bulk_of_keys_alone_leaves_existing_rows_as_they_are() {
        Items items = items();
        items.store("a", ITEM.NAME, "Anna");
        assertCounts(atomic(items.row("a"), items.row("b")), 1, 0);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("Anna");
    }

    @Test
    default void rows_of_one_bulk_may_set_different_columns() throws Exception {
        given(Capability.ATOMIC_MIXED_BULK, () -> {
            storedForMixing();
            assertCounts(atomic(mixed()), 1, 2);
            assertMixed();
        });
    }

    @Test
    default void rows_may_set_different_columns_where_bad_rows_are_isolated() {
        storedForMixing();
        assertCounts(isolated(mixed()), 1, 2);
        assertMixed();
    }

    private void storedForMixing() {
        Items items = items();
        for (String code : List.of("a", "b")) {
            items.store(items.row(code, ITEM.NAME, "old").with(ITEM.RANK, 1).with(ITEM.ACTIVE, false));
        }
    }

    private ItemRecord[] mixed() {
        Items items = items();
        return new ItemRecord[] {
            items.row("a", ITEM.NAME, "new"), items.row("b", ITEM.RANK, null), items.row("c", ITEM.NOTE, "x")
        };
    }

    private void assertMixed() {
        ItemRecord a = items().stored("a");
        ItemRecord b = items().stored("b");
        assertThat(List.of(a.get(ITEM.NAME), a.get(ITEM.RANK), a.get(ITEM.ACTIVE)))
                .containsExactly("new", 1, false);
        assertThat(List.of(b.get(ITEM.NAME), b.get(ITEM.ACTIVE))).containsExactly("old", false);
        assertThat(b.get(ITEM.RANK)).isNull();
        assertThat(items().stored("c").get(ITEM.ACTIVE)).isTrue();
    }

    @Test
    default void the_same_key_twice_is_merged_column_by_column_and_the_last_wins() {
        Items items = items();
        BulkResult result = atomic(
                items.row("a", ITEM.NAME, "first").with(ITEM.RANK, 1).with(ITEM.NOTE, "x"),
                items.row("a", ITEM.NAME, "last").with(ITEM.NOTE, null));
        assertCounts(result, 1, 0);
        ItemRecord stored = items.stored("a");
        assertThat(stored.get(ITEM.NAME)).isEqualTo("last");
        assertThat(stored.get(ITEM.RANK)).isEqualTo(1);
        assertThat(stored.get(ITEM.NOTE)).isNull();
    }

    @Test
    default void the_same_key_far_apart_in_a_bulk_is_merged_too() {
        Items items = items();
        List<ItemRecord> rows = new ArrayList<>(items.rows(1_500));
        rows.add(items.row("00000", ITEM.RANK, 77));
        assertCounts(items.repository().bulkUpsert(rows, Items.BY_CODE), 1_500, 0);
        assertThat(items.stored("00000").get(ITEM.RANK)).isEqualTo(77);
    }

    @Test
    default void an_atomic_bulk_stores_nothing_when_one_row_is_bad() {
        Items items = items();
        List<ItemRecord> rows = new ArrayList<>(items.rows(1_200));
        rows.get(1_100).with(ITEM.RANK, -1);
        Failure.of(CheckViolationException.class, () -> items.repository().bulkUpsert(rows, Items.BY_CODE))
                .sqlState("23514")
                .constraint("contract_item_rank_check");
        assertThat(items.codes()).isEmpty();
    }

    @Test
    default void an_atomic_bulk_of_mixed_rows_stores_nothing_when_one_row_is_bad() throws Exception {
        given(Capability.ATOMIC_MIXED_BULK, () -> {
            ItemRecord good = items().row("a", ITEM.NAME, "x");
            Failure.of(CheckViolationException.class, () -> atomic(good, items().row("b", ITEM.RANK, -1)));
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void an_atomic_bulk_refuses_what_a_column_cannot_hold_before_anything_is_stored() {
        Items items = items();
        List<ItemRecord> rows = new ArrayList<>(items.rows(1_200));
        rows.add(items.row("z", ITEM.RANK, 1).with(ITEM.NOTE, "more than ten"));
        Failure.of(InvalidValueException.class, () -> items.repository().bulkUpsert(rows, Items.BY_CODE))
                .sqlState("22001")
                .column("note");
        assertThat(items.codes()).isEmpty();
    }

    @Test
    default void an_atomic_bulk_refuses_a_row_without_its_key() {
        ItemRecord keyless = new ItemRecord().with(ITEM.TENANT_ID, items().tenant());
        Failure.of(InvalidValueException.class, () -> atomic(items().row("a"), keyless))
                .sqlState("22004")
                .column("code");
        assertThat(items().codes()).isEmpty();
    }

    @Test
    default void bulks_of_the_same_rows_in_opposite_order_do_not_lock_each_other_out() {
        Items items = items();
        List<Boolean> done = Threads.together(4, () -> {
            List<ItemRecord> rows = items.rows(800);
            Collections.shuffle(rows);
            items.repository().bulkUpsert(rows, Items.BY_CODE);
            return true;
        });
        assertThat(done).hasSize(4);
        assertThat(items.repository().count(items.mine())).isEqualTo(800);
    }

    @Test
    default void a_merged_row_leaves_the_given_records_as_they_are() {
        ItemRecord first = items().row("a", ITEM.NAME, "first");
        atomic(first, items().row("a", ITEM.NAME, "last"));
        assertThat(first.get(ITEM.NAME)).isEqualTo("first");
    }
}
