// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ChildTable.CHILD;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ParentTable.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ServerErrorException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes part in a transaction, and transactions inside it. */
interface NestedTransactionContract extends TransactionCase {
    @Test
    default void another_repository_of_the_same_backend_takes_part() throws Exception {
        transactional(() -> {
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        long parent = rowsOf(PARENT).insert(parent("p")).get(PARENT.ID);
                        rowsOf(CHILD).insert(child(parent));
                        throw new HostException();
                    }))
                    .isInstanceOf(HostException.class);
            assertThat(rowsOf(PARENT).exists(eq(PARENT.TENANT_ID, items().tenant())))
                    .isFalse();
            assertThat(rowsOf(CHILD).exists(eq(CHILD.TENANT_ID, items().tenant())))
                    .isFalse();
        });
    }

    @Test
    default void every_kind_of_write_takes_part() throws Exception {
        transactional(() -> {
            items().store("old", "gone");
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        repository().upsert(items().row("old", ITEM.RANK, 1), Items.BY_CODE);
                        repository().deleteWhere(items().mine(eq(ITEM.CODE, "gone")));
                        repository().bulkUpsert(items().rows(1_000), Items.BY_CODE);
                        repository().bulkUpsert(items().rows(3), Items.BY_CODE, BulkOptions.isolateBadRows());
                        repository().updateWhere(items().mine(), new ItemRecord().with(ITEM.NOTE, "x"));
                        throw new HostException();
                    }))
                    .isInstanceOf(HostException.class);
            assertThat(items().codes()).containsExactly("old", "gone");
            assertThat(items().stored("old").get(ITEM.RANK)).isNull();
            assertThat(items().stored("old").get(ITEM.NOTE)).isNull();
        });
    }

    @Test
    default void a_nested_transaction_that_throws_leaves_the_outer_one() throws Exception {
        transactional(() -> {
            repository().useTransaction(() -> {
                items().store("outer");
                assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("inner")))
                        .isInstanceOf(HostException.class);
                items().store("after");
            });
            assertThat(items().codes()).containsExactly("outer", "after");
        });
    }

    @Test
    default void a_nested_transaction_that_returns_is_lost_with_the_outer_one() throws Exception {
        transactional(() -> {
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        repository().useTransaction(() -> items().store("inner"));
                        throw new HostException();
                    }))
                    .isInstanceOf(HostException.class);
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void transactions_nest_deeper() throws Exception {
        transactional(() -> {
            repository().useTransaction(() -> {
                repository().useTransaction(() -> {
                    assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("third")))
                            .isInstanceOf(HostException.class);
                    repository().useTransaction(() -> items().store("third again"));
                });
                assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("second")))
                        .isInstanceOf(HostException.class);
            });
            assertThat(items().codes()).containsExactly("third again");
        });
    }

    @Test
    default void a_failed_statement_ends_the_transaction_it_is_in() throws Exception {
        transactional(() -> {
            items().store("a");
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        items().store("b");
                        Failure.of(DuplicateKeyException.class, () -> items().store("a"));
                        Failure.of(ServerErrorException.class, () -> items().codes())
                                .sqlState("25P02");
                        throw new HostException();
                    }))
                    .isInstanceOf(HostException.class);
            assertThat(items().codes()).containsExactly("a");
        });
    }

    @Test
    default void a_swallowed_failure_is_not_committed_in_silence() throws Exception {
        transactional(() -> {
            items().store("a");
            Failure.of(
                            ServerErrorException.class,
                            () -> repository().useTransaction(() -> {
                                items().store("b");
                                Failure.of(DuplicateKeyException.class, () -> items().store("a"));
                            }))
                    .sqlState("25P02");
            assertThat(items().codes()).containsExactly("a");
        });
    }

    @Test
    default void a_failure_that_a_nested_transaction_swallows_ends_that_one_only() throws Exception {
        transactional(() -> {
            items().store("a");
            repository().useTransaction(() -> {
                Failure.of(
                                ServerErrorException.class,
                                () -> repository().useTransaction(() -> {
                                    items().store("b");
                                    Failure.of(DuplicateKeyException.class, () -> items().store("a"));
                                }))
                        .sqlState("25P02");
                items().store("c");
            });
            assertThat(items().codes()).containsExactly("a", "c");
        });
    }

    @Test
    default void what_may_fail_recovers_in_a_nested_transaction() throws Exception {
        transactional(() -> {
            items().store("a");
            repository().useTransaction(() -> {
                items().store("b");
                Failure.of(DuplicateKeyException.class, () -> repository().useTransaction(() -> items().store("a")));
                items().store("c");
            });
            assertThat(items().codes()).containsExactly("a", "b", "c");
        });
    }

    @Test
    default void bad_rows_are_isolated_inside_a_transaction() throws Exception {
        transactional(() -> {
            repository().useTransaction(() -> {
                items().store("z");
                var result = repository()
                        .bulkUpsert(
                                List.of(items().row("a", ITEM.RANK, 1), items().row("b", ITEM.RANK, -1)),
                                Items.BY_CODE,
                                BulkOptions.isolateBadRows());
                assertThat(result.badRows()).hasSize(1);
            });
            assertThat(items().codes()).containsExactly("z", "a");
        });
    }
}
