// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.SchemaMismatchException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.UniqueKey;
import org.junit.jupiter.api.Test;

/** Upserts of one row. */
interface UpsertContract extends ContractCase {
    private ItemRecord upsert(ItemRecord row) {
        return items().repository().upsert(row, Items.BY_CODE);
    }

    @Test
    default void upsert_stores_a_new_row() {
        ItemRecord stored = upsert(items().row("a", ITEM.NAME, "Anna"));
        assertThat(stored.get(ITEM.ID)).isNotNull();
        assertThat(stored.get(ITEM.ACTIVE)).isTrue();
        assertThat(items().stored("a").get(ITEM.NAME)).isEqualTo("Anna");
    }

    @Test
    default void upsert_changes_the_row_with_its_key() {
        long id = items().store("a", ITEM.NAME, "Anna").id();
        ItemRecord stored = upsert(items().row("a", ITEM.NAME, "Bella"));
        assertThat(stored.id()).isEqualTo(id);
        assertThat(stored.get(ITEM.NAME)).isEqualTo("Bella");
        assertThat(items().codes()).containsExactly("a");
    }

    @Test
    default void upsert_leaves_the_columns_that_were_not_set() {
        Items items = items();
        items.store(items.row("a", ITEM.NAME, "Anna").with(ITEM.ACTIVE, false).with(ITEM.TAGS, new String[] {"x"}));
        ItemRecord stored = upsert(items.row("a", ITEM.RANK, 3));
        assertThat(stored.get(ITEM.NAME)).isEqualTo("Anna");
        assertThat(stored.get(ITEM.ACTIVE)).isFalse();
        assertThat(stored.get(ITEM.TAGS)).containsExactly("x");
        assertThat(stored.get(ITEM.RANK)).isEqualTo(3);
    }

    @Test
    default void upsert_writes_null_that_was_set() {
        items().store("a", ITEM.NAME, "Anna");
        assertThat(upsert(items().row("a", ITEM.NAME, null)).get(ITEM.NAME)).isNull();
    }

    @Test
    default void upsert_advances_the_time_of_the_update() {
        OffsetDateTime before = items().store(items().row("a")).get(ITEM.UPDATED_AT);
        assertThat(upsert(items().row("a", ITEM.RANK, 1)).get(ITEM.UPDATED_AT)).isAfter(before);
    }

    @Test
    default void upsert_of_nothing_but_the_key_stores_a_new_row() {
        assertThat(upsert(items().row("a")).get(ITEM.ACTIVE)).isTrue();
        assertThat(items().codes()).containsExactly("a");
    }

    @Test
    default void upsert_of_nothing_but_the_key_leaves_a_row_as_it_is() {
        ItemRecord before = items().store("a", ITEM.NAME, "Anna");
        ItemRecord after = upsert(items().row("a"));
        assertThat(after.intoList()).isEqualTo(before.intoList());
        assertThat(items().stored("a").get(ITEM.UPDATED_AT)).isEqualTo(before.get(ITEM.UPDATED_AT));
    }

    @Test
    default void upsert_without_a_column_of_the_key_is_refused() {
        ItemRecord row = new ItemRecord().with(ITEM.TENANT_ID, items().tenant()).with(ITEM.NAME, "secret");
        Failure.of(InvalidValueException.class, () -> upsert(row))
                .sqlState("22004")
                .table("contract_item")
                .column("code")
                .withoutValue("secret");
    }

    @Test
    default void upsert_with_null_in_a_key_column_that_must_have_a_value_is_refused() {
        Failure.of(NotNullException.class, () -> upsert(items().row("x").with(ITEM.CODE, null)))
                .sqlState("23502")
                .column("code");
    }

    @Test
    default void upsert_with_null_in_a_key_that_allows_it_stores_one_more_row() {
        Items items = items();
        for (String code : List.of("a", "b")) {
            items.repository().upsert(items.row(code, ITEM.UID, null), ITEM.BY_UID);
        }
        assertThat(items.codes()).containsExactly("a", "b");
    }

    @Test
    default void upsert_by_another_key_finds_its_row_and_may_change_the_first_key() {
        Items items = items();
        UUID uid = UUID.randomUUID();
        long id = items.store("a", ITEM.UID, uid).id();
        ItemRecord stored = items.repository().upsert(items.row("b", ITEM.UID, uid), ITEM.BY_UID);
        assertThat(stored.id()).isEqualTo(id);
        assertThat(items.codes()).containsExactly("b");
    }

    @Test
    default void upsert_by_the_primary_key_finds_its_row() {
        Items items = items();
        long id = items.store("a", ITEM.NAME, "Anna").id();
        items.repository().upsert(items.row("a", ITEM.RANK, 2).with(ITEM.ID, id), ITEM.PRIMARY);
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("Anna");
        assertThat(items.stored("a").get(ITEM.RANK)).isEqualTo(2);
    }

    @Test
    default void upsert_does_not_give_a_row_the_id_of_another() {
        Items items = items();
        long id = items.store(items.row("a")).id();
        assertThat(upsert(items.row("a", ITEM.RANK, 1)).id()).isEqualTo(id);
        assertThat(items.store(items.row("b")).id()).isNotEqualTo(id);
    }

    @Test
    default void upsert_still_refuses_another_key_that_exists() {
        Items items = items();
        UUID uid = UUID.randomUUID();
        items.store("a", ITEM.UID, uid);
        Failure.of(DuplicateKeyException.class, () -> upsert(items.row("b", ITEM.UID, uid)))
                .constraint("contract_item_uid_key")
                .withoutValue(uid.toString());
    }

    @Test
    default void a_row_that_was_read_can_be_upserted_with_one_change() {
        Items items = items();
        items.store("a", ITEM.NAME, "Anna");
        ItemRecord read = items.stored("a");
        items.repository().update(items.stored("a").with(ITEM.NAME, "Bella"));
        ItemRecord stored = upsert(read.with(ITEM.RANK, 7));
        assertThat(stored.get(ITEM.RANK)).isEqualTo(7);
        assertThat(stored.get(ITEM.NAME)).isEqualTo("Bella");
    }

    @Test
    default void upsert_needs_the_columns_that_must_have_a_value_even_where_the_row_exists() {
        long parent = rowsOf(ParentTable.PARENT).insert(parent("p")).get(ParentTable.PARENT.ID);
        ChildRecord stored = rowsOf(ChildTable.CHILD).insert(child(parent));
        ChildRecord partial = new ChildRecord()
                .with(ChildTable.CHILD.TENANT_ID, items().tenant())
                .with(ChildTable.CHILD.ID, stored.get(ChildTable.CHILD.ID))
                .with(ChildTable.CHILD.LABEL, "x");
        Failure.of(NotNullException.class, () -> rowsOf(ChildTable.CHILD).upsert(partial, ChildTable.CHILD.PRIMARY))
                .sqlState("23502")
                .column("parent_id");
    }

    @Test
    default void a_bad_value_leaves_the_row_as_it_was() {
        items().store("a", ITEM.RANK, 1);
        Failure.of(CheckViolationException.class, () -> upsert(items().row("a", ITEM.RANK, -1)))
                .sqlState("23514");
        assertThat(items().stored("a").get(ITEM.RANK)).isEqualTo(1);
    }

    @Test
    default void a_key_of_another_table_is_refused() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        UniqueKey<ItemRecord> foreign = (UniqueKey) ParentTable.PARENT.PRIMARY;
        Failure.of(InvalidValueException.class, () -> items().repository().upsert(items().row("a"), foreign))
                .sqlState("42P10")
                .table("contract_item");
    }

    @Test
    default void a_key_without_a_full_unique_index_is_refused_by_the_server() {
        DriftedRecord row = new DriftedRecord()
                .with(DriftedTable.DRIFTED.TENANT_ID, items().tenant())
                .with(DriftedTable.DRIFTED.CODE, "a")
                .with(DriftedTable.DRIFTED.VALUE, 1);
        Failure.of(
                        SchemaMismatchException.class,
                        () -> rowsOf(DriftedTable.DRIFTED).bulkUpsert(List.of(row), DriftedTable.DRIFTED.BY_CODE))
                .sqlState("42P10")
                .table("contract_drifted");
    }

    @Test
    default void many_upserts_of_one_key_at_once_leave_one_row() {
        Items items = items();
        List<Long> ids = Threads.together(
                8,
                () -> items.repository()
                        .upsert(items.row("a", ITEM.RANK, 1), Items.BY_CODE)
                        .id());
        assertThat(ids).containsOnly(items.stored("a").id());
    }
}
