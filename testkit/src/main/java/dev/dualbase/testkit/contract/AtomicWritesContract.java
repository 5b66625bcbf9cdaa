// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ChildTable.CHILD;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ParentTable.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes of one transaction, which need no reads in it: a backend that sends them at its end keeps them together too. */
interface AtomicWritesContract extends TransactionCase {
    private void together(Body body) throws Exception {
        given(Capability.ATOMIC_WRITES, body);
    }

    private long parents() {
        return rowsOf(PARENT).count(eq(PARENT.TENANT_ID, items().tenant()));
    }

    @Test
    default void writes_to_two_tables_are_all_stored() throws Exception {
        together(() -> {
            repository().useTransaction(() -> {
                items().store("a");
                rowsOf(PARENT).insert(parent("p"));
                items().store("b", ITEM.RANK, 1);
            });
            assertThat(items().codes()).containsExactly("a", "b");
            assertThat(parents()).isEqualTo(1);
        });
    }

    @Test
    default void writes_to_two_tables_are_not_stored_when_the_body_throws() throws Exception {
        together(() -> {
            IOException mine = new IOException("mine");
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        rowsOf(PARENT).insert(parent("p"));
                        items().store("a");
                        throw mine;
                    }))
                    .isSameAs(mine);
            assertThat(items().codes()).isEmpty();
            assertThat(parents()).isZero();
        });
    }

    @Test
    default void a_write_that_fails_takes_the_others_with_it_and_names_its_constraint() throws Exception {
        together(() -> {
            items().store("taken");
            Failure.of(
                            DuplicateKeyException.class,
                            () -> repository().useTransaction(() -> {
                                rowsOf(PARENT).insert(parent("p"));
                                items().store("b");
                                items().store("taken");
                            }))
                    .sqlState("23505")
                    .table("contract_item")
                    .constraint("contract_item_code_key")
                    .withoutValue("taken");
            assertThat(items().codes()).containsExactly("taken");
            assertThat(parents()).isZero();
        });
    }

    @Test
    default void a_reference_that_is_checked_at_the_end_fails_them_all() throws Exception {
        together(() -> {
            long parent = rowsOf(PARENT).insert(parent("p")).get(PARENT.ID);
            Failure.of(
                            ForeignKeyException.class,
                            () -> repository().useTransaction(() -> {
                                items().store("a");
                                rowsOf(CHILD).insert(child(parent).with(CHILD.GUARDIAN_ID, 987_654_321L));
                            }))
                    .sqlState("23503")
                    .constraint("contract_child_guardian_fkey")
                    .withoutValue("987654321");
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void a_value_that_a_column_cannot_hold_is_refused_at_once_and_nothing_is_stored() throws Exception {
        together(() -> {
            List<String> reached = new ArrayList<>();
            Failure.of(
                            InvalidValueException.class,
                            () -> repository().useTransaction(() -> {
                                items().store("a");
                                items().store("b", ITEM.NOTE, "more than ten");
                                reached.add("behind");
                            }))
                    .column("note");
            assertThat(reached).isEmpty();
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void a_record_that_insert_returned_is_complete_after_the_transaction() throws Exception {
        together(() -> {
            ItemRecord stored = repository().withTransaction(() -> items().store("a", ITEM.NAME, "Anna"));
            assertThat(stored.id()).isPositive();
            assertThat(stored.get(ITEM.ACTIVE)).isTrue();
            assertThat(stored.get(ITEM.NAME)).isEqualTo("Anna");
            assertThat(stored).isEqualTo(items().stored("a"));
            assertThat(stored.changed()).isFalse();
        });
    }

    @Test
    default void a_record_that_upsert_returned_is_complete_after_the_transaction() throws Exception {
        together(() -> {
            items().store("a", ITEM.NAME, "kept");
            List<ItemRecord> stored = repository()
                    .withTransaction(() -> List.of(
                            repository().upsert(items().row("a", ITEM.RANK, 2), Items.BY_CODE),
                            repository().upsert(items().row("b", ITEM.RANK, 3), Items.BY_CODE)));
            assertThat(stored.get(0).get(ITEM.NAME)).isEqualTo("kept");
            assertThat(stored).containsExactly(items().stored("a"), items().stored("b"));
        });
    }

    @Test
    default void writes_take_effect_in_their_order() throws Exception {
        together(() -> {
            repository().useTransaction(() -> {
                items().store("a", "b", "c");
                repository().updateWhere(items().mine(eq(ITEM.CODE, "a")), new ItemRecord().with(ITEM.RANK, 1));
                repository().upsert(items().row("a", ITEM.NAME, "x"), Items.BY_CODE);
                repository().deleteWhere(items().mine(eq(ITEM.CODE, "b")));
                items().store("b", ITEM.RANK, 7);
            });
            assertThat(items().codes()).containsExactly("a", "c", "b");
            assertThat(items().stored("a").get(ITEM.RANK)).isEqualTo(1);
            assertThat(items().stored("a").get(ITEM.NAME)).isEqualTo("x");
            assertThat(items().stored("b").get(ITEM.RANK)).isEqualTo(7);
        });
    }

    @Test
    default void a_count_in_the_transaction_is_exact_or_said_to_be_unknown() throws Exception {
        together(() -> {
            items().store("a", "b");
            List<Long> counts = repository()
                    .withTransaction(() -> List.of(
                            repository().updateWhere(items().mine(), new ItemRecord().with(ITEM.RANK, 1)),
                            repository()
                                    .bulkUpsert(List.of(items().row("c", ITEM.RANK, 1)), Items.BY_CODE)
                                    .inserted(),
                            repository().deleteWhere(items().mine(eq(ITEM.CODE, "a")))));
            assertThat(counts).isIn(List.of(2L, 1L, 1L), List.of(later(), later(), later()));
            assertThat(items().codes()).containsExactly("b", "c");
        });
    }

    private static long later() {
        return WriteResult.UNKNOWN;
    }

    @Test
    default void a_bulk_of_mixed_rows_takes_part() throws Exception {
        together(() -> {
            List<ItemRecord> mixed =
                    List.of(items().row("a", ITEM.RANK, 1), items().row("b", ITEM.NAME, "x"), items().row("c"));
            repository().useTransaction(() -> {
                rowsOf(PARENT).insert(parent("p"));
                repository().bulkUpsert(mixed, Items.BY_CODE);
            });
            assertThat(items().codes()).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(parents()).isEqualTo(1);
        });
    }

    @Test
    default void a_nested_body_that_throws_leaves_out_what_it_wrote() throws Exception {
        together(() -> {
            repository().useTransaction(() -> {
                items().store("a");
                assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("b")))
                        .isInstanceOf(HostException.class);
                items().store("c");
            });
            assertThat(items().codes()).containsExactly("a", "c");
        });
    }

    @Test
    default void a_nested_body_that_returns_goes_with_the_outer_one() throws Exception {
        together(() -> {
            repository().useTransaction(() -> repository().useTransaction(() -> items().store("a")));
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        repository().useTransaction(() -> items().store("b"));
                        throw new HostException();
                    }))
                    .isInstanceOf(HostException.class);
            assertThat(items().codes()).containsExactly("a");
        });
    }

    @Test
    default void a_transaction_without_writes_does_nothing() throws Exception {
        together(() -> assertThat(repository().withTransaction(() -> "done")).isEqualTo("done"));
    }

    @Test
    default void after_a_transaction_that_failed_the_next_one_begins_anew() throws Exception {
        together(() -> {
            assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("a")))
                    .isInstanceOf(HostException.class);
            repository().useTransaction(() -> items().store("b"));
            items().store("c");
            assertThat(items().codes()).containsExactly("b", "c");
        });
    }

    @Test
    default void another_thread_does_not_take_part() throws Exception {
        together(() -> {
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        Threads.elsewhere(() -> items().store("theirs"));
                        storeAndFail("mine");
                    }))
                    .isInstanceOf(HostException.class);
            assertThat(items().codes()).containsExactly("theirs");
        });
    }

    @Test
    default void a_read_inside_is_answered_or_refused_and_never_wrong() throws Exception {
        together(() -> repository().useTransaction(() -> {
            items().store("a");
            if (items().backend().capabilities().supports(Capability.TRANSACTIONS)) {
                assertThat(items().codes()).containsExactly("a");
            } else {
                items().refuses(Capability.TRANSACTIONS);
                Failure.of(UnsupportedCapabilityException.class, () -> items().codes());
                Failure.of(
                        UnsupportedCapabilityException.class, () -> repository().count(items().mine()));
            }
        }));
    }
}
