// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ChildTable.CHILD;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ParentTable.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.repository.BaseRepository;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions of one thread. */
interface TransactionContract extends ContractCase {
    private BaseRepository<ItemRecord> repository() {
        return items().repository();
    }

    private void transactional(Body body) throws Exception {
        given(Capability.TRANSACTIONS, body);
    }

    /** What a host throws in the middle of its work. */
    final class HostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void storeAndFail(String code) {
        items().store(code);
        throw new HostException();
    }

    @Test
    default void a_transaction_that_returns_is_committed() throws Exception {
        transactional(() -> {
            String result = repository().withTransaction(() -> {
                items().store("a", "b");
                return "done";
            });
            assertThat(result).isEqualTo("done");
            assertThat(items().codes()).containsExactly("a", "b");
        });
    }

    @Test
    default void a_transaction_that_throws_is_rolled_back() throws Exception {
        transactional(() -> {
            assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("a")))
                    .isInstanceOf(HostException.class);
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void a_checked_exception_passes_through_as_it_is() throws Exception {
        transactional(() -> {
            IOException mine = new IOException("mine");
            assertThatThrownBy(() -> repository().withTransaction(() -> {
                        items().store("a");
                        throw mine;
                    }))
                    .isSameAs(mine);
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void an_error_rolls_back_too() throws Exception {
        transactional(() -> {
            assertThatThrownBy(() -> repository().useTransaction(() -> {
                        items().store("a");
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void a_transaction_sees_what_it_wrote_and_others_do_not() throws Exception {
        transactional(() -> repository().useTransaction(() -> {
            items().store("a");
            assertThat(items().codes()).containsExactly("a");
            assertThat(repository().count(items().mine())).isEqualTo(1);
            Threads.elsewhere(() -> assertThat(items().codes()).isEmpty());
        }));
    }

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
    default void the_connection_is_its_own_master_again_after_a_transaction() throws Exception {
        transactional(() -> {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> repository().useTransaction(() -> storeAndFail("x")))
                        .isInstanceOf(HostException.class);
            }
            items().store("a");
            Threads.elsewhere(() -> assertThat(items().codes()).containsExactly("a"));
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

    @Test
    default void a_read_only_transaction_reads_and_refuses_to_write() throws Exception {
        transactional(() -> {
            items().store("a");
            TransactionOptions readOnly = TransactionOptions.defaults().asReadOnly();
            long count =
                    repository().withTransaction(readOnly, () -> repository().count(items().mine()));
            assertThat(count).isEqualTo(1);
            Failure.of(
                            AccessDeniedException.class,
                            () -> repository().useTransaction(readOnly, () -> items().store("b")))
                    .sqlState("25006");
            items().store("c");
            assertThat(items().codes()).containsExactly("a", "c");
        });
    }

    @Test
    default void a_failure_at_the_commit_is_that_failure_and_nothing_is_stored() throws Exception {
        transactional(() -> {
            Failure.of(
                            ForeignKeyException.class,
                            () -> repository().useTransaction(() -> {
                                long parent = rowsOf(PARENT).insert(parent("p")).get(PARENT.ID);
                                rowsOf(CHILD).insert(child(parent).with(CHILD.GUARDIAN_ID, 987_654_321L));
                            }))
                    .sqlState("23503")
                    .constraint("contract_child_guardian_fkey")
                    .withoutValue("987654321");
            assertThat(rowsOf(PARENT).exists(eq(PARENT.TENANT_ID, items().tenant())))
                    .isFalse();
        });
    }

    @Test
    default void a_reference_that_is_checked_at_the_end_may_be_repaired_before() throws Exception {
        transactional(() -> {
            repository().useTransaction(() -> {
                long parent = rowsOf(PARENT).insert(parent("p")).get(PARENT.ID);
                long coming = parent + 1_000_000_007L;
                rowsOf(CHILD).insert(child(parent).with(CHILD.GUARDIAN_ID, coming));
                rowsOf(PARENT).insert(parent("late").with(PARENT.ID, coming));
            });
            assertThat(rowsOf(CHILD).count(eq(CHILD.TENANT_ID, items().tenant())))
                    .isEqualTo(1);
        });
    }

    @Test
    default void a_transaction_that_outlives_its_time_is_rolled_back() throws Exception {
        transactional(() -> {
            TransactionOptions brief = TransactionOptions.defaults().withTimeout(Duration.ofMillis(300));
            Failure.of(
                    QueryTimeoutException.class,
                    () -> repository().useTransaction(brief, () -> {
                        items().store("a");
                        Threads.sleep(Duration.ofMillis(400));
                        items().store("b");
                    }));
            assertThat(items().codes()).isEmpty();
        });
    }

    @Test
    default void a_transaction_does_not_wait_for_a_lock_beyond_its_time() throws Exception {
        transactional(() -> {
            items().store("a");
            TransactionOptions brief = TransactionOptions.defaults().withTimeout(Duration.ofMillis(300));
            repository().useTransaction(() -> {
                repository().upsert(items().row("a", ITEM.RANK, 1), Items.BY_CODE);
                Threads.elsewhere(() -> Failure.of(
                                QueryTimeoutException.class,
                                () -> repository()
                                        .useTransaction(
                                                brief,
                                                () -> repository()
                                                        .upsert(items().row("a", ITEM.RANK, 2), Items.BY_CODE)))
                        .sqlState("57014"));
            });
            assertThat(items().stored("a").get(ITEM.RANK)).isEqualTo(1);
        });
    }

    @Test
    default void the_time_of_one_transaction_does_not_bind_what_follows() throws Exception {
        transactional(() -> {
            TransactionOptions brief = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
            for (int i = 0; i < 5; i++) {
                repository()
                        .useTransaction(brief, () -> assertThat(items().codes()).isEmpty());
            }
            Threads.sleep(Duration.ofMillis(250));
            assertThat(repository()
                            .bulkUpsert(items().rows(2_000), Items.BY_CODE)
                            .inserted())
                    .isEqualTo(2_000);
        });
    }

    @Test
    default void a_timeout_of_less_than_a_millisecond_is_refused() {
        Failure.of(
                InvalidValueException.class, () -> TransactionOptions.defaults().withTimeout(Duration.ZERO));
    }
}
