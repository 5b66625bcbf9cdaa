// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ChildTable.CHILD;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ParentTable.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NonUniqueResultException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the server refuses: the exception, the names it carries, and the values it does not. */
interface ErrorContract extends ContractCase {
    /** Stands in each row, and in no message. */
    String SECRET = "s3cr3t";

    private long storedParent(String name) {
        return rowsOf(PARENT).insert(parent(name)).get(PARENT.ID);
    }

    @Test
    default void a_duplicate_key_names_table_and_constraint() {
        items().store(SECRET, ITEM.NAME, SECRET);
        Failure.of(DuplicateKeyException.class, () -> items().store(SECRET, ITEM.NAME, SECRET))
                .sqlState("23505")
                .table("contract_item")
                .constraint("contract_item_code_key")
                .withoutValue(SECRET);
    }

    @Test
    default void a_duplicate_key_of_each_constraint_is_told_apart() {
        Items items = items();
        UUID uid = UUID.randomUUID();
        long id = items.store("a", ITEM.UID, uid).id();
        Failure.of(DuplicateKeyException.class, () -> items.store("b", ITEM.UID, uid))
                .constraint("contract_item_uid_key");
        Failure.of(DuplicateKeyException.class, () -> items.store("b", ITEM.ID, id))
                .constraint("contract_item_pkey");
    }

    @Test
    default void an_update_into_a_duplicate_key_is_refused() {
        Items items = items();
        items.store(SECRET, "b");
        Failure.of(
                        DuplicateKeyException.class,
                        () -> items.repository()
                                .updateWhere(items.mine(eq(ITEM.CODE, "b")), new ItemRecord().with(ITEM.CODE, SECRET)))
                .sqlState("23505")
                .withoutValue(SECRET);
        assertThat(items.codes()).containsExactly(SECRET, "b");
    }

    @Test
    default void a_reference_to_a_missing_row_names_the_constraint() {
        Failure.of(ForeignKeyException.class, () -> rowsOf(CHILD).insert(child(987_654_321L)))
                .sqlState("23503")
                .table("contract_child")
                .constraint("contract_child_parent_fkey")
                .withoutValue("987654321");
    }

    @Test
    default void a_row_that_is_referred_to_cannot_be_deleted() {
        long id = storedParent(SECRET);
        rowsOf(CHILD).insert(child(id));
        Failure.of(ForeignKeyException.class, () -> rowsOf(PARENT).deleteWhere(eq(PARENT.TENANT_ID, items().tenant())))
                .sqlState("23503")
                .constraint("contract_child_parent_fkey")
                .withoutValue(Long.toString(items().tenant()));
        assertThat(rowsOf(PARENT).findById(items().tenant(), id)).isPresent();
    }

    @Test
    default void a_reference_that_is_checked_at_the_end_is_refused_all_the_same() {
        ChildRecord row = child(storedParent("p")).with(CHILD.GUARDIAN_ID, 987_654_321L);
        Failure.of(ForeignKeyException.class, () -> rowsOf(CHILD).insert(row))
                .sqlState("23503")
                .constraint("contract_child_guardian_fkey")
                .withoutValue("987654321");
        assertThat(rowsOf(CHILD).count(eq(CHILD.TENANT_ID, items().tenant()))).isZero();
    }

    @Test
    default void a_missing_value_names_table_and_column() {
        ItemRecord row = new ItemRecord().with(ITEM.TENANT_ID, items().tenant()).with(ITEM.NAME, SECRET);
        Failure.of(NotNullException.class, () -> items().store(row))
                .sqlState("23502")
                .table("contract_item")
                .column("code")
                .withoutValue(SECRET);
    }

    @Test
    default void a_missing_tenant_is_refused() {
        Failure.of(NotNullException.class, () -> items().store(new ItemRecord().with(ITEM.CODE, SECRET)))
                .sqlState("23502")
                .column("tenant_id")
                .withoutValue(SECRET);
    }

    @Test
    default void a_violated_check_names_table_and_constraint() {
        Failure.of(
                        CheckViolationException.class,
                        () -> items().store(items().row("a", ITEM.RANK, -1).with(ITEM.NAME, SECRET)))
                .sqlState("23514")
                .table("contract_item")
                .constraint("contract_item_rank_check")
                .withoutValue(SECRET);
    }

    @Test
    default void a_document_that_is_no_json_is_a_value_and_is_not_quoted() {
        Failure.of(InvalidValueException.class, () -> items().store("a", ITEM.DATA, jsonb("{" + SECRET)))
                .sqlState("22P02")
                .table("contract_item")
                .withoutValue(SECRET);
    }

    @Test
    default void what_a_trigger_says_is_kept_out_of_the_message() {
        Failure.of(ServerErrorException.class, () -> rowsOf(PARENT).insert(parent("refuse " + SECRET)))
                .sqlState("P0001")
                .withoutValue(SECRET);
    }

    @Test
    default void a_row_that_a_trigger_refuses_can_be_isolated() {
        List<ParentRecord> rows = List.of(
                parent("good").with(PARENT.ID, 1L),
                parent("refuse " + SECRET).with(PARENT.ID, 2L),
                parent("fine").with(PARENT.ID, 3L));
        var result = rowsOf(PARENT).bulkUpsert(rows, PARENT.PRIMARY, BulkOptions.isolateBadRows());
        assertThat(result.inserted()).isEqualTo(2);
        assertThat(result.badRows()).hasSize(1);
        Failure.of(result.badRows().get(0).failure()).sqlState("P0001").withoutValue(SECRET);
    }

    @Test
    default void a_missing_table_is_named() {
        Failure.of(
                        SchemaMismatchException.class,
                        () -> rowsOf(ParentTable.MISSING).findMany(eq(ParentTable.MISSING.NAME, SECRET)))
                .sqlState("42P01")
                .table("contract_missing")
                .withoutValue(SECRET);
        Failure.of(
                        SchemaMismatchException.class,
                        () -> rowsOf(ParentTable.MISSING).deleteWhere(eq(ParentTable.MISSING.NAME, SECRET)))
                .sqlState("42P01")
                .table("contract_missing")
                .withoutValue(SECRET);
    }

    @Test
    default void a_missing_column_is_a_schema_that_does_not_fit() {
        Failure.of(
                        SchemaMismatchException.class,
                        () -> rowsOf(DriftedTable.DRIFTED).count(eq(DriftedTable.DRIFTED.LOST, SECRET)))
                .sqlState("42703")
                .table("contract_drifted")
                .withoutValue(SECRET);
        Failure.of(
                        SchemaMismatchException.class,
                        () -> rowsOf(DriftedTable.DRIFTED)
                                .updateWhere(
                                        eq(DriftedTable.DRIFTED.CODE, SECRET),
                                        new DriftedRecord().with(DriftedTable.DRIFTED.LOST, SECRET)))
                .sqlState("42703")
                .table("contract_drifted")
                .withoutValue(SECRET);
    }

    @Test
    default void more_than_one_row_is_reported_without_its_values() {
        items().store("a", ITEM.NAME, SECRET);
        items().store("b", ITEM.NAME, SECRET);
        Failure.of(
                        NonUniqueResultException.class,
                        () -> items().repository().findOne(items().mine(eq(ITEM.NAME, SECRET))))
                .sqlState("21000")
                .withoutValue(SECRET);
    }

    @Test
    default void a_failed_call_leaves_the_backend_usable() {
        items().store("a");
        for (int i = 0; i < 20; i++) {
            Failure.of(DuplicateKeyException.class, () -> items().store("a"));
        }
        assertThat(items().codes()).containsExactly("a");
    }

    @Test
    default void operations_and_filters_show_no_values() {
        String shown = Filters.contains(ITEM.NAME, SECRET)
                .and(Filters.in(ITEM.CODE, List.of(SECRET)))
                .or(Filters.jsonTextEq(ITEM.DATA, SECRET, SECRET))
                .or(Filters.arrayContains(ITEM.TAGS, List.of(SECRET)))
                .or(Filters.jsonContains(ITEM.DATA, jsonb("\"" + SECRET + "\"")))
                .or(Filters.between(ITEM.NAME, SECRET, SECRET))
                .toString();
        assertThat(shown).doesNotContain(SECRET).contains("contract_item.name");
    }

    @Test
    default void answers_show_no_values() {
        items().store(SECRET, "b");
        var page = items().repository().findPage(items().mine(), Order.by(Sort.desc(ITEM.CODE)), 1);
        assertThat(page.toString()).doesNotContain(SECRET);
        assertThat(page.next().toString()).doesNotContain(SECRET);
    }

    @Test
    default void what_the_server_said_is_there_for_who_asks_for_it() {
        items().store(SECRET);
        try {
            items().store(SECRET);
        } catch (DuplicateKeyException failure) {
            assertThat(failure.sensitiveDetail().orElseThrow()).contains(SECRET);
            return;
        }
        throw new AssertionError("the duplicate key was stored");
    }
}
