// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.noRow;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.testkit.contract.Absent.absent;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ScratchTable.SCRATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.repository.BaseRepository;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Inserts, updates and deletes. */
interface WriteContract extends ContractCase {
    @Test
    default void insert_returns_what_the_database_filled_in() {
        ItemRecord stored = items().store(items().row("a"));
        assertThat(stored.get(ITEM.ID)).isNotNull();
        assertThat(stored.get(ITEM.ACTIVE)).isTrue();
        assertThat(stored.get(ITEM.UPDATED_AT)).isNotNull();
        assertThat(stored.get(ITEM.NAME)).isNull();
    }

    @Test
    default void insert_leaves_the_given_record_as_it_is() {
        ItemRecord row = items().row("a");
        items().store(row);
        assertThat(row.get(ITEM.ID)).isNull();
    }

    @Test
    default void null_that_was_set_is_written_and_no_default() {
        Failure.of(NotNullException.class, () -> items().store("a", ITEM.ACTIVE, null))
                .column("active");
    }

    @Test
    default void insert_keeps_an_id_that_was_given() {
        ItemRecord stored = items().store("a", ITEM.ID, Long.MAX_VALUE);
        assertThat(stored.id()).isEqualTo(Long.MAX_VALUE);
        assertThat(items().stored("a").id()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @ResourceLock(ScratchTable.LOCK)
    default void a_record_with_nothing_set_is_a_row_of_defaults() {
        ScratchRecord stored = rowsOf(SCRATCH).insert(new ScratchRecord());
        assertThat(stored.get(SCRATCH.ID)).isNotNull();
        assertThat(stored.get(SCRATCH.VALUE)).isEqualTo("unset");
    }

    @Test
    default void insert_of_a_key_that_exists_is_refused() {
        items().store("a");
        Failure.of(DuplicateKeyException.class, () -> items().store("a")).constraint("contract_item_code_key");
    }

    @Test
    default void insert_if_absent_stores_a_row_once() {
        Items items = items();
        Optional<ItemRecord> first = items.repository().insertIfAbsent(items.row("a", ITEM.RANK, 1), Items.BY_CODE);
        Optional<ItemRecord> second = items.repository().insertIfAbsent(items.row("a", ITEM.RANK, 2), Items.BY_CODE);
        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(items.stored("a").get(ITEM.RANK)).isEqualTo(1);
    }

    @Test
    default void insert_if_absent_lets_exactly_one_of_many_callers_through() {
        Items items = items();
        List<Boolean> through = Threads.together(
                8,
                () -> items.repository()
                        .insertIfAbsent(items.row("a"), Items.BY_CODE)
                        .isPresent());
        assertThat(through).containsOnlyOnce(true);
        assertThat(items.codes()).containsExactly("a");
    }

    @Test
    default void insert_if_absent_still_refuses_another_key_that_exists() {
        Items items = items();
        UUID uid = UUID.randomUUID();
        items.store("a", ITEM.UID, uid);
        Failure.of(
                        DuplicateKeyException.class,
                        () -> items.repository().insertIfAbsent(items.row("b", ITEM.UID, uid), Items.BY_CODE))
                .constraint("contract_item_uid_key");
    }

    @Test
    default void update_writes_the_set_columns_and_leaves_the_others() {
        Items items = items();
        items.store(items.row("a", ITEM.NAME, "Anna").with(ITEM.RANK, 1));
        ItemRecord changed =
                items.repository().update(items.stored("a").with(ITEM.RANK, 2)).orElseThrow();
        assertThat(changed.get(ITEM.NAME)).isEqualTo("Anna");
        assertThat(changed.get(ITEM.RANK)).isEqualTo(2);
        assertThat(items.stored("a").get(ITEM.RANK)).isEqualTo(2);
    }

    @Test
    default void update_writes_null_that_was_set() {
        Items items = items();
        items.store("a", ITEM.NAME, "Anna");
        items.repository().update(items.stored("a").with(ITEM.NAME, null));
        assertThat(items.stored("a").get(ITEM.NAME)).isNull();
    }

    @Test
    default void update_does_not_overwrite_what_another_wrote_meanwhile() {
        Items items = items();
        items.store("a", ITEM.NAME, "Anna");
        ItemRecord mine = items.stored("a");
        items.repository().update(items.stored("a").with(ITEM.NAME, "Bella"));
        items.repository().update(mine.with(ITEM.RANK, 5));
        assertThat(items.stored("a").get(ITEM.NAME)).isEqualTo("Bella");
    }

    @Test
    default void update_of_a_row_that_is_not_there_is_empty() {
        ItemRecord row = new ItemRecord()
                .with(ITEM.TENANT_ID, items().tenant())
                .with(ITEM.ID, 42L)
                .with(ITEM.RANK, 1);
        assertThat(items().repository().update(row)).isEmpty();
    }

    @Test
    default void update_of_nothing_but_the_key_is_refused() {
        Items items = items();
        items.store("a");
        Failure.of(InvalidValueException.class, () -> items.repository().update(items.stored("a")))
                .sqlState("22023")
                .table("contract_item");
    }

    @Test
    default void update_without_the_key_is_refused() {
        Failure.of(InvalidValueException.class, () -> items().repository().update(items().row("a", ITEM.RANK, 1)))
                .sqlState("22004")
                .column("id");
    }

    @Test
    default void update_where_changes_the_matching_rows_and_counts_them() {
        Items items = items();
        items.store("a", "b", "c");
        long changed =
                items.repository().updateWhere(items.mine(gt(ITEM.CODE, "a")), new ItemRecord().with(ITEM.NOTE, "x"));
        assertThat(changed).isEqualTo(2);
        assertThat(items.codes(eq(ITEM.NOTE, "x"))).containsExactly("b", "c");
    }

    @Test
    default void update_where_may_change_the_column_it_asks_about() {
        Items items = items();
        items.store("a", ITEM.RANK, 1);
        items.store("b", ITEM.RANK, null);
        long changed = items.repository()
                .updateWhere(items.mine(or(isNull(ITEM.RANK), eq(ITEM.RANK, 1))), new ItemRecord().with(ITEM.RANK, 9));
        assertThat(changed).isEqualTo(2);
        assertThat(items.codes(eq(ITEM.RANK, 9))).containsExactly("a", "b");
    }

    @Test
    default void update_where_of_no_column_is_refused() {
        Failure.of(
                        InvalidValueException.class,
                        () -> items().repository().updateWhere(items().mine(), new ItemRecord()))
                .sqlState("22023")
                .table("contract_item");
    }

    @Test
    default void update_and_delete_where_of_no_match_change_nothing() {
        Items items = items();
        items.store("a");
        assertThat(items.repository().updateWhere(noRow(), new ItemRecord().with(ITEM.RANK, 1)))
                .isZero();
        assertThat(items.repository().deleteWhere(items.mine(eq(ITEM.CODE, "b"))))
                .isZero();
        assertThat(items.codes()).containsExactly("a");
    }

    @Test
    default void update_advances_the_time_of_the_update() {
        Items items = items();
        OffsetDateTime before = items.store(items.row("a")).get(ITEM.UPDATED_AT);
        ItemRecord after =
                items.repository().update(items.stored("a").with(ITEM.RANK, 1)).orElseThrow();
        assertThat(after.get(ITEM.UPDATED_AT)).isAfter(before);
    }

    @Test
    default void delete_where_deletes_the_matching_rows_and_counts_them() {
        Items items = items();
        items.store("a", "b", "c");
        assertThat(items.repository().deleteWhere(items.mine(gt(ITEM.CODE, "a"))))
                .isEqualTo(2);
        assertThat(items.codes()).containsExactly("a");
    }

    @Test
    default void a_change_of_one_tenant_never_touches_another() {
        Items mine = items();
        Items theirs = new Items(mine.backend());
        mine.store("a");
        theirs.store("a");
        mine.repository().updateWhere(mine.mine(eq(ITEM.CODE, "a")), new ItemRecord().with(ITEM.NOTE, "x"));
        mine.repository().deleteWhere(mine.mine(eq(ITEM.CODE, "a")));
        assertThat(theirs.stored("a").get(ITEM.NOTE)).isNull();
    }

    @Test
    default void a_change_without_a_condition_is_refused() {
        ItemRecord change = new ItemRecord().with(ITEM.NOTE, "x");
        BaseRepository<ItemRecord> repository = items().repository();
        for (Filter lost : List.of(
                and(List.of()),
                notIn(ITEM.ID, List.of()),
                not(noRow()),
                not(or(List.of())),
                everyRow().and(everyRow()),
                or(eq(ITEM.RANK, 1), everyRow()),
                and(notIn(ITEM.ID, List.of()), notIn(ITEM.CODE, List.of())))) {
            Failure.of(InvalidValueException.class, () -> repository.updateWhere(lost, change))
                    .sqlState("22023")
                    .table("contract_item");
            Failure.of(InvalidValueException.class, () -> repository.deleteWhere(lost))
                    .sqlState("22023")
                    .table("contract_item");
        }
    }

    @Test
    default void a_change_with_null_for_a_condition_is_refused() {
        ItemRecord change = new ItemRecord().with(ITEM.NOTE, "x");
        Failure.of(InvalidValueException.class, () -> items().repository().updateWhere(absent(), change))
                .table("contract_item");
        Failure.of(InvalidValueException.class, () -> items().repository().deleteWhere(absent()))
                .table("contract_item");
    }

    @Test
    @ResourceLock(ScratchTable.LOCK)
    default void every_row_is_changed_where_it_is_said() {
        BaseRepository<ScratchRecord> scratch = rowsOf(SCRATCH);
        scratch.deleteWhere(everyRow());
        scratch.insert(new ScratchRecord());
        scratch.insert(new ScratchRecord().with(SCRATCH.VALUE, null));
        assertThat(scratch.updateWhere(everyRow(), new ScratchRecord().with(SCRATCH.VALUE, "x")))
                .isEqualTo(2);
        assertThat(scratch.count(eq(SCRATCH.VALUE, "x"))).isEqualTo(2);
        assertThat(scratch.deleteWhere(everyRow())).isEqualTo(2);
        assertThat(scratch.count(everyRow())).isZero();
    }

    @Test
    default void a_condition_on_another_table_is_refused() {
        Filter other = eq(ParentTable.PARENT.NAME, "x");
        ItemRecord change = new ItemRecord().with(ITEM.NOTE, "x");
        Failure.of(SchemaMismatchException.class, () -> items().repository().updateWhere(other, change))
                .sqlState("42703")
                .table("contract_item");
        Failure.of(SchemaMismatchException.class, () -> items().repository().deleteWhere(other))
                .sqlState("42703");
    }
}
