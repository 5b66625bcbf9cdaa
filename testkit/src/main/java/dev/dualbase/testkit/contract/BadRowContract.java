// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.StorageException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Scenario 6: bulks in which some rows are bad, and the good ones stored. */
interface BadRowContract extends BulkCase {
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
}
