// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

/** Bulks of rows that set different columns, and may be stored in parts. */
interface SplitBulkContract extends BulkCase {
    private BulkResult split(ItemRecord... rows) {
        return items().repository().bulkUpsert(Arrays.asList(rows), Items.BY_CODE, BulkOptions.splittable());
    }

    @Test
    default void a_bulk_that_may_be_split_stores_rows_that_set_different_columns() {
        Items items = items();
        items.store(items.row("a", ITEM.NAME, "old").with(ITEM.RANK, 1));
        BulkResult result = split(
                items.row("a", ITEM.RANK, 2),
                items.row("b", ITEM.NAME, "new"),
                items.row("c"),
                items.row("d", ITEM.DATA, jsonb("{}")).with(ITEM.RANK, null));
        assertCounts(result, 3, 1);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("old");
        assertThat(items.stored("a").get(ITEM.RANK)).isEqualTo(2);
        assertThat(items.stored("b").get(ITEM.NAME)).isEqualTo("new");
        assertThat(items.codes(eq(ITEM.DATA, jsonb("{}")))).containsExactly("d");
    }

    @Test
    default void a_bulk_that_may_be_split_counts_rows_with_one_key_once() {
        Items items = items();
        BulkResult result =
                split(items.row("a", ITEM.NAME, "x"), items.row("a", ITEM.RANK, 1), items.row("b", ITEM.RANK, 2));
        assertCounts(result, 2, 0);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("x");
        assertThat(items.stored("a").get(ITEM.RANK)).isEqualTo(1);
    }

    @Test
    default void a_bulk_that_may_be_split_of_like_rows_is_all_or_nothing() {
        Items items = items();
        Failure.of(
                        CheckViolationException.class,
                        () -> split(items.row("a", ITEM.RANK, 1), items.row("b", ITEM.RANK, -1)))
                .constraint("contract_item_rank_check");
        assertThat(items.codes()).isEmpty();
    }

    @Test
    default void a_bulk_that_may_be_split_is_refused_whole_for_what_a_column_cannot_hold() {
        Items items = items();
        Failure.of(
                        InvalidValueException.class,
                        () -> split(items.row("a", ITEM.RANK, 1), items.row("b", ITEM.NOTE, "more than ten")))
                .column("note");
        assertThat(items.codes()).isEmpty();
    }

    @Test
    default void a_failure_in_a_bulk_that_may_be_split_leaves_the_failed_row_and_its_kind_out() {
        Items items = items();
        Failure.of(
                        CheckViolationException.class,
                        () -> split(items.row("a", ITEM.NAME, "x"), items.row("b", ITEM.RANK, -1)))
                .constraint("contract_item_rank_check");
        assertThat(items.codes(eq(ITEM.CODE, "b"))).isEmpty();
    }

    @Test
    default void every_column_alone_can_be_a_kind_of_row_in_one_bulk() {
        Items items = items();
        List<ItemRecord> rows = new ArrayList<>();
        for (Field<?> column :
                List.of(ITEM.NAME, ITEM.RANK, ITEM.PRICE, ITEM.TAGS, ITEM.DATA, ITEM.DAY, ITEM.WALL, ITEM.CLOCK)) {
            rows.add(items.row(column.getName(), column, null));
        }
        assertCounts(split(rows.toArray(ItemRecord[]::new)), rows.size(), 0);
        assertCounts(split(rows.toArray(ItemRecord[]::new)), 0, rows.size());
    }

    @Test
    default void a_large_mixed_bulk_that_may_be_split_is_counted() {
        Items items = items();
        List<ItemRecord> rows = items.rows(1_500);
        for (int i = 0; i < rows.size(); i += 3) {
            rows.get(i).with(ITEM.NAME, "third");
        }
        assertCounts(split(rows.toArray(ItemRecord[]::new)), 1_500, 0);
        assertThat(items.repository().count(items.mine(eq(ITEM.NAME, "third")))).isEqualTo(500);
    }

    @Test
    default void bad_rows_among_rows_that_set_different_columns_are_reported_by_their_index() {
        Items items = items();
        BulkResult result = isolated(
                items.row("a", ITEM.NAME, "x"),
                items.row("b", ITEM.RANK, -1),
                items.row("c", ITEM.NOTE, "more than ten"),
                items.row("d"),
                items.row("e", ITEM.RANK, 5),
                items.row("f", ITEM.ACTIVE, null).with(ITEM.NAME, "y"));
        assertCounts(result, 3, 0);
        assertThat(result.badRows()).extracting(BadRow::index).containsExactly(1, 2, 5);
        assertThat(result.badRows())
                .extracting(bad -> bad.sqlState().orElse("-"))
                .containsExactly("23514", "22001", "23502");
        assertThat(items.codes()).containsExactlyInAnyOrder("a", "d", "e");
    }

    @Test
    default void isolated_rows_leave_what_they_do_not_set() {
        Items items = items();
        items.store(items.row("a", ITEM.NAME, "kept").with(ITEM.RANK, 1));
        items.store(items.row("b", ITEM.NAME, "old").with(ITEM.RANK, 1));
        BulkResult result =
                isolated(items.row("a", ITEM.RANK, 2), items.row("b", ITEM.NAME, "new"), items.row("x", ITEM.RANK, -1));
        assertCounts(result, 0, 2);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("kept");
        assertThat(items.stored("b").get(ITEM.RANK)).isEqualTo(1);
        assertThat(result.badRows()).extracting(BadRow::index).containsExactly(2);
    }
}
