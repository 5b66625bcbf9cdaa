// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Upserts of many rows. */
interface BulkContract extends ContractCase {
    private BulkResult atomic(ItemRecord... rows) {
        return items().repository().bulkUpsert(Arrays.asList(rows), Items.BY_CODE);
    }

    private BulkResult isolated(ItemRecord... rows) {
        return items().repository().bulkUpsert(Arrays.asList(rows), Items.BY_CODE, BulkOptions.isolateBadRows());
    }

    private static void assertCounts(BulkResult result, long inserted, long updated) {
        assertThat(result.inserted()).as("inserted").isEqualTo(inserted);
        assertThat(result.updated()).as("updated").isEqualTo(updated);
        assertThat(result.stored()).isEqualTo(inserted + updated);
    }

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
    default void one_bad_row_among_a_hundred_is_reported_and_the_others_are_stored() {
        Items items = items();
        List<ItemRecord> rows = items.rows(100);
        rows.get(42).with(ITEM.RANK, -1);
        BulkResult result = items.repository().bulkUpsert(rows, Items.BY_CODE, BulkOptions.isolateBadRows());
        assertCounts(result, 99, 0);
        assertThat(result.badRows()).hasSize(1);
        assertBad(result.badRows().get(0), 42, CheckViolationException.class, "23514");
        assertThat(result.badRows().get(0).constraint()).contains("contract_item_rank_check");
        assertThat(items.repository().count(items.mine())).isEqualTo(99);
    }

    private static void assertBad(BadRow bad, int index, Class<? extends StorageException> type, String sqlState) {
        assertThat(bad.index()).isEqualTo(index);
        assertThat(bad.failure()).isInstanceOf(type);
        assertThat(bad.sqlState()).contains(sqlState);
    }

    @Test
    default void bad_rows_of_every_kind_are_reported_in_order_and_the_good_ones_stored() {
        Items items = items();
        UUID taken = UUID.randomUUID();
        items.store("taken", ITEM.UID, taken);
        List<BadRow> bad = isolated(
                        items.row("good1", ITEM.NAME, "x"),
                        items.row("check", ITEM.RANK, -1),
                        items.row("duplicate", ITEM.UID, taken),
                        items.row("required", ITEM.ACTIVE, null),
                        items.row("long", ITEM.NOTE, "more than ten"),
                        items.row("nul", ITEM.NAME, "\u0000"),
                        new ItemRecord().with(ITEM.TENANT_ID, items.tenant()).with(ITEM.NAME, "keyless"),
                        items.row("json", ITEM.DATA, jsonb("{")),
                        items.row("good2", ITEM.RANK, 2))
                .badRows();
        assertThat(bad).hasSize(7);
        assertBad(bad.get(0), 1, CheckViolationException.class, "23514");
        assertBad(bad.get(1), 2, DuplicateKeyException.class, "23505");
        assertThat(bad.get(1).constraint()).contains("contract_item_uid_key");
        assertBad(bad.get(2), 3, NotNullException.class, "23502");
        assertBad(bad.get(3), 4, InvalidValueException.class, "22001");
        assertBad(bad.get(4), 5, InvalidValueException.class, "22021");
        assertBad(bad.get(5), 6, InvalidValueException.class, "22004");
        assertBad(bad.get(6), 7, InvalidValueException.class, "22P02");
        assertThat(items.codes()).containsExactlyInAnyOrder("taken", "good1", "good2");
    }

    @Test
    default void two_rows_that_exclude_each_other_leave_one_stored_and_one_reported() {
        Items items = items();
        UUID same = UUID.randomUUID();
        BulkResult result = isolated(items.row("a", ITEM.UID, same), items.row("b", ITEM.UID, same));
        assertCounts(result, 1, 0);
        assertThat(result.badRows()).hasSize(1);
        assertThat(result.badRows().get(0).constraint()).contains("contract_item_uid_key");
    }

    @Test
    default void each_of_merged_rows_is_reported_when_the_merged_one_is_bad() {
        Items items = items();
        BulkResult result =
                isolated(items.row("a", ITEM.RANK, -1), items.row("b", ITEM.RANK, 1), items.row("a", ITEM.NAME, "x"));
        assertThat(result.badRows()).extracting(BadRow::index).containsExactly(0, 2);
        assertThat(items.codes()).containsExactly("b");
    }

    @Test
    default void a_bulk_in_which_every_row_is_bad_reports_them_all() {
        Items items = items();
        List<ItemRecord> rows = items.rows(20);
        rows.forEach(row -> row.with(ITEM.RANK, -1));
        BulkResult result = items.repository().bulkUpsert(rows, Items.BY_CODE, BulkOptions.isolateBadRows());
        assertCounts(result, 0, 0);
        assertThat(result.badRows()).hasSize(20);
    }

    @Test
    default void a_bulk_without_a_bad_row_reports_none() {
        assertThat(isolated(items().row("a"), items().row("b", ITEM.RANK, 1)).badRows())
                .isEmpty();
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
