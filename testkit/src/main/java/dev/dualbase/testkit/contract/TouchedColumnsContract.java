// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A write sends the columns that were set, and what another wrote to the others meanwhile survives. */
interface TouchedColumnsContract extends ContractCase {
    /** A row that was read, of which another then changed name, tags, note and price. */
    private ItemRecord readBeforeAnotherWrote(String code) {
        Items items = items();
        items.store(items.row(code, ITEM.NAME, "old").with(ITEM.RANK, 1).with(ITEM.NOTE, "old"));
        ItemRecord mine = items.stored(code);
        items.repository()
                .updateWhere(
                        items.mine(eq(ITEM.CODE, code)),
                        new ItemRecord()
                                .with(ITEM.NAME, "theirs")
                                .with(ITEM.TAGS, new String[] {"theirs"})
                                .with(ITEM.NOTE, null));
        return mine;
    }

    private void assertTheirsSurvived(String code, int rank) {
        ItemRecord now = items().stored(code);
        assertThat(now.get(ITEM.RANK)).isEqualTo(rank);
        assertThat(now.get(ITEM.NAME)).isEqualTo("theirs");
        assertThat(now.get(ITEM.TAGS)).containsExactly("theirs");
        assertThat(now.get(ITEM.NOTE)).isNull();
    }

    @Test
    default void update_of_a_row_that_was_read_sends_what_was_set_since() {
        ItemRecord mine = readBeforeAnotherWrote("a");
        ItemRecord now = items().repository().update(mine.with(ITEM.RANK, 2)).orElseThrow();
        assertThat(now.get(ITEM.NAME)).isEqualTo("theirs");
        assertTheirsSurvived("a", 2);
    }

    @Test
    default void update_where_with_a_row_that_was_read_sends_what_was_set_since() {
        Items items = items();
        ItemRecord mine = readBeforeAnotherWrote("a");
        assertThat(items.repository().updateWhere(items.mine(eq(ITEM.CODE, "a")), mine.with(ITEM.RANK, 2)))
                .isEqualTo(1);
        assertTheirsSurvived("a", 2);
    }

    @Test
    default void upsert_by_another_key_than_the_first_sends_what_was_set_since() {
        ItemRecord mine = readBeforeAnotherWrote("a");
        ItemRecord change = items().row(mine.code(), ITEM.RANK, 2);
        assertThat(items().repository().upsert(change, Items.BY_CODE).get(ITEM.NAME))
                .isEqualTo("theirs");
        assertTheirsSurvived("a", 2);
    }

    @Test
    default void upsert_of_a_row_that_was_read_sends_its_key_and_what_was_set_since() {
        ItemRecord mine = readBeforeAnotherWrote("a");
        ItemRecord now = items().repository().upsert(mine.with(ITEM.RANK, 2), Items.BY_CODE);
        assertThat(now.id()).isEqualTo(mine.id());
        assertTheirsSurvived("a", 2);
    }

    @Test
    default void bulk_upsert_of_rows_that_were_read_sends_what_was_set_since() {
        List<ItemRecord> mine = List.of(readBeforeAnotherWrote("a"), readBeforeAnotherWrote("b"));
        mine.forEach(row -> row.with(ITEM.RANK, 2));
        assertThat(items().repository().bulkUpsert(mine, Items.BY_CODE).updated())
                .isEqualTo(2);
        assertTheirsSurvived("a", 2);
        assertTheirsSurvived("b", 2);
    }

    @Test
    default void a_column_that_was_set_to_what_it_is_is_sent_too() {
        Items items = items();
        ItemRecord mine = readBeforeAnotherWrote("a");
        mine.set(ITEM.NAME, "old");
        mine.changed(ITEM.NAME, true);
        items.repository().update(mine);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("old");
    }

    @Test
    default void a_column_that_was_set_and_is_not_any_more_is_not_sent() {
        Items items = items();
        ItemRecord mine = readBeforeAnotherWrote("a").with(ITEM.NAME, "mine").with(ITEM.RANK, 2);
        mine.reset(ITEM.NAME);
        items.repository().update(mine);
        assertTheirsSurvived("a", 2);
    }

    @Test
    default void a_default_fills_a_column_that_was_not_set_and_null_one_that_was() {
        Items items = items();
        items.repository()
                .bulkUpsert(List.of(items.row("a", ITEM.NAME, null), items.row("b", ITEM.NAME, "x")), Items.BY_CODE);
        assertThat(items.stored("a").get(ITEM.ACTIVE)).isTrue();
        assertThat(items.stored("a").get(ITEM.NAME)).isNull();
        assertThat(items.stored("b").get(ITEM.NAME)).isEqualTo("x");
    }
}
