// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.retry.RetryPolicy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Transactions that are in each other's way, and trying again. */
interface ConflictContract extends ContractCase {
    TransactionOptions REPEATABLE = TransactionOptions.defaults().withIsolation(Isolation.REPEATABLE_READ);
    TransactionOptions SERIALIZABLE = TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);

    private int rank(String code) {
        return Objects.requireNonNull(items().stored(code).get(ITEM.RANK));
    }

    private void setRank(String code, int rank) {
        Items items = items();
        items.repository().updateWhere(items.mine(eq(ITEM.CODE, code)), new ItemRecord().with(ITEM.RANK, rank));
    }

    /** Adds to what it read, and lets another caller add 10 in between, the first few times. */
    private void increment(AtomicInteger runs, int disturbed) {
        int before = rank("a");
        if (runs.incrementAndGet() <= disturbed) {
            Threads.elsewhere(() -> setRank("a", rank("a") + 10));
        }
        setRank("a", before + 1);
    }

    @Test
    default void read_committed_sees_what_others_commit_meanwhile() throws Exception {
        given(
                Capability.TRANSACTIONS,
                () -> items().repository().useTransaction(() -> {
                    assertThat(items().codes()).isEmpty();
                    Threads.elsewhere(() -> items().store("a"));
                    assertThat(items().codes()).containsExactly("a");
                }));
    }

    @Test
    default void repeatable_read_sees_one_state() throws Exception {
        given(
                Capability.TRANSACTIONS,
                () -> items().repository().useTransaction(REPEATABLE, () -> {
                    assertThat(items().codes()).isEmpty();
                    Threads.elsewhere(() -> items().store("a"));
                    assertThat(items().codes()).isEmpty();
                }));
    }

    @Test
    default void an_update_of_what_another_changed_meanwhile_is_a_conflict() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            items().store("a", ITEM.RANK, 0);
            Failure.of(
                            TransactionConflictException.class,
                            () -> items().repository()
                                    .useTransaction(REPEATABLE, () -> increment(new AtomicInteger(), 1)))
                    .sqlState("40001");
            assertThat(rank("a")).isEqualTo(10);
        });
    }

    @Test
    default void a_conflict_is_retried_where_it_is_asked() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            items().store("a", ITEM.RANK, 0);
            AtomicInteger runs = new AtomicInteger();
            items().repository()
                    .useTransaction(REPEATABLE.withRetry(RetryPolicy.attempts(3)), () -> increment(runs, 2));
            assertThat(runs).hasValue(3);
            assertThat(rank("a")).isEqualTo(21);
        });
    }

    @Test
    default void a_conflict_that_does_not_end_surfaces_after_the_last_attempt() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            items().store("a", ITEM.RANK, 0);
            AtomicInteger runs = new AtomicInteger();
            TransactionOptions twice = REPEATABLE.withRetry(RetryPolicy.attempts(2));
            Failure.of(
                    TransactionConflictException.class,
                    () -> items().repository().useTransaction(twice, () -> increment(runs, 99)));
            assertThat(runs).hasValue(2);
        });
    }

    @Test
    default void a_nested_transaction_is_not_retried_by_itself() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            items().store("a", ITEM.RANK, 0);
            AtomicInteger runs = new AtomicInteger();
            TransactionOptions retried = TransactionOptions.defaults().withRetry(RetryPolicy.attempts(3));
            Failure.of(
                    TransactionConflictException.class,
                    () -> items().repository()
                            .useTransaction(
                                    REPEATABLE,
                                    () -> items().repository().useTransaction(retried, () -> increment(runs, 99))));
            assertThat(runs).hasValue(1);
        });
    }

    @Test
    default void another_failure_than_a_conflict_is_not_retried() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            items().store("a");
            AtomicInteger runs = new AtomicInteger();
            TransactionOptions retried = TransactionOptions.defaults().withRetry(RetryPolicy.attempts(3));
            Failure.of(
                    DuplicateKeyException.class,
                    () -> items().repository().useTransaction(retried, () -> {
                        runs.incrementAndGet();
                        items().store("a");
                    }));
            assertThat(runs).hasValue(1);
        });
    }

    /** Both look at both rows and then change one: together impossible one after the other. */
    private String skew(TransactionOptions options, CyclicBarrier bothHaveRead, AtomicInteger next) {
        String mine = next.getAndIncrement() % 2 == 0 ? "a" : "b";
        AtomicInteger runs = new AtomicInteger();
        try {
            items().repository().useTransaction(options, () -> {
                int sum = rank("a") + rank("b");
                if (runs.incrementAndGet() == 1) {
                    Threads.meet(bothHaveRead);
                }
                setRank(mine, sum + 1);
            });
            return "committed";
        } catch (TransactionConflictException conflict) {
            return conflict.sqlState().orElse("no SQLSTATE");
        }
    }

    private List<String> skewInTwoThreads(TransactionOptions options) {
        items().store("a", ITEM.RANK, 0);
        items().store("b", ITEM.RANK, 0);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        AtomicInteger next = new AtomicInteger();
        return Threads.together(2, () -> skew(options, bothHaveRead, next));
    }

    @Test
    @ResourceLock("serializable")
    default void serializable_transactions_end_as_if_one_came_after_the_other() throws Exception {
        given(
                Capability.TRANSACTIONS,
                () -> assertThat(skewInTwoThreads(SERIALIZABLE)).containsExactlyInAnyOrder("committed", "40001"));
    }

    @Test
    @ResourceLock("serializable")
    default void serializable_transactions_both_succeed_with_retry() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            assertThat(skewInTwoThreads(SERIALIZABLE.withRetry(RetryPolicy.attempts(5))))
                    .containsExactly("committed", "committed");
            assertThat(List.of(rank("a"), rank("b"))).containsExactlyInAnyOrder(1, 2);
        });
    }

    @Test
    default void a_deadlock_is_a_conflict_of_one_of_the_two() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            items().store("a", "b");
            CyclicBarrier bothHaveOne = new CyclicBarrier(2);
            AtomicInteger next = new AtomicInteger();
            List<String> ends = Threads.together(2, () -> {
                boolean first = next.getAndIncrement() == 0;
                return lockBoth(first ? "a" : "b", first ? "b" : "a", bothHaveOne);
            });
            assertThat(ends).containsExactlyInAnyOrder("committed", "40P01");
        });
    }

    private String lockBoth(String one, String other, CyclicBarrier bothHaveOne) {
        try {
            items().repository().useTransaction(() -> {
                setRank(one, 1);
                Threads.meet(bothHaveOne);
                setRank(other, 1);
            });
            return "committed";
        } catch (TransactionConflictException conflict) {
            return conflict.sqlState().orElse("no SQLSTATE");
        }
    }

    @Test
    default void a_retrying_backend_gives_the_same_answers() throws Exception {
        Backend retrying = Backend.retrying(items().backend(), RetryPolicy.attempts(3));
        Items items = new Items(retrying);
        items.store("a");
        items.repository().upsert(items.row("a", ITEM.RANK, 1), Items.BY_CODE);
        assertThat(items.codes(eq(ITEM.RANK, 1))).containsExactly("a");
        Failure.of(DuplicateKeyException.class, () -> items.store("a"));
        given(Capability.TRANSACTIONS, () -> {
            items.repository().useTransaction(() -> items.store("b"));
            assertThat(items.codes()).containsExactly("a", "b");
        });
    }
}
