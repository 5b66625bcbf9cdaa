// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.internal.Await;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions in which something fails. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TransactionFaultTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private void failAndSwallow() {
        assertThatThrownBy(() -> notes.insert(coded(9, "raise:23514"))).isInstanceOf(CheckViolationException.class);
    }

    @Test
    void the_commit_of_a_transaction_whose_failure_was_swallowed_is_no_silent_rollback() {
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            failAndSwallow();
        }));
        assertThat(failure).isInstanceOfSatisfying(ServerErrorException.class, e -> {
            assertThat(e.sqlState()).contains("25P02");
            assertThat(e).hasMessageContaining("an earlier failure ended this transaction");
            assertThat(e.getSuppressed()).singleElement().isInstanceOf(CheckViolationException.class);
        });
        assertThat(DATABASE.stored()).isZero();
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @Test
    void health_is_asked_beside_a_transaction_that_a_failure_has_ended() {
        assertThatThrownBy(() -> notes.useTransaction(() -> {
                    failAndSwallow();
                    assertThat(backend.health().reachable()).isTrue();
                }))
                .isInstanceOf(ServerErrorException.class);
    }

    @Test
    void a_statement_after_a_swallowed_failure_says_what_to_do() {
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            failAndSwallow();
            notes.insert(note(1, "a"));
        }));
        assertThat(failure)
                .isInstanceOf(ServerErrorException.class)
                .hasMessageContaining("run what may fail in a nested one");
    }

    @Test
    void what_fails_in_a_nested_transaction_leaves_the_outer_one_usable() {
        notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            assertThatThrownBy(() -> notes.useTransaction(() -> notes.insert(coded(2, "raise:23514"))))
                    .isInstanceOf(CheckViolationException.class);
            notes.insert(note(3, "c"));
        });
        assertThat(DATABASE.stored()).isEqualTo(2);
    }

    @Test
    void a_nested_transaction_that_swallows_a_failure_is_reported_and_leaves_the_outer_one_usable() {
        notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            assertThatThrownBy(() -> notes.useTransaction(() -> {
                        notes.insert(note(2, "b"));
                        failAndSwallow();
                    }))
                    .isInstanceOf(ServerErrorException.class)
                    .hasMessageContaining("an earlier failure");
            notes.insert(note(3, "c"));
        });
        assertThat(notes.findMany(Filters.everyRow()))
                .extracting(row -> row.get(NOTE.ID))
                .containsExactly(1L, 3L);
    }

    @Test
    void an_exception_of_the_body_passes_through_unchanged() {
        IOException own = new IOException("of the host");
        assertThat(catchThrowable(() -> notes.withTransaction(() -> {
                    notes.insert(note(1, "a"));
                    throw own;
                })))
                .isSameAs(own)
                .hasNoSuppressedExceptions();
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void an_error_of_the_body_rolls_back_too() {
        StackOverflowError own = new StackOverflowError();
        assertThat(catchThrowable(() -> notes.useTransaction(() -> {
                    notes.insert(note(1, "a"));
                    throw own;
                })))
                .isSameAs(own);
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void a_deferred_foreign_key_is_found_at_the_commit_and_named() {
        NoteRecord orphan = note(1, "a");
        orphan.set(NOTE.OWNER_ID, 404L);
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.insert(orphan)));
        assertThat(failure).isInstanceOfSatisfying(ForeignKeyException.class, e -> {
            assertThat(e.constraint()).contains("note_owner_fkey");
            assertThat(e.table()).contains("note");
            assertThat(e.sqlState()).contains("23503");
        });
        assertThat(DATABASE.stored()).isZero();
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @Test
    void a_write_in_a_read_only_transaction_is_refused() {
        Throwable failure = catchThrowable(() ->
                notes.useTransaction(TransactionOptions.defaults().asReadOnly(), () -> notes.insert(note(1, "a"))));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        AccessDeniedException.class,
                        e -> assertThat(e.sqlState()).contains("25006"));
    }

    @Test
    void nothing_written_in_the_function_of_a_stream_is_part_of_its_read_only_transaction() {
        notes.insert(note(1, "a"));
        long written = notes.withStream(
                Filters.everyRow(),
                Order.byPrimaryKey(),
                rows -> rows.map(row -> notes.insert(note(2, "b"))).count());
        assertThat(written).isEqualTo(1);
        assertThat(DATABASE.stored()).isEqualTo(2);
    }

    @Test
    void an_exception_of_the_function_of_a_stream_passes_through_unchanged() {
        notes.insert(note(1, "a"));
        IllegalStateException own = new IllegalStateException("of the host");
        Throwable failure = catchThrowable(
                () -> notes.withStream(Filters.everyRow(), Order.byPrimaryKey(), (Stream<NoteRecord> rows) -> {
                    throw own;
                }));
        assertThat(failure).isSameAs(own);
    }

    /** Each of two threads changes one row, then the other's. */
    private List<CompletableFuture<Throwable>> meetInDeadlock(TransactionOptions options, AtomicInteger runs) {
        notes.insert(note(1, "a"));
        notes.insert(note(2, "b"));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        return Stream.of(1L, 2L)
                .map(first -> Await.failureOf(() -> {
                    int[] run = {0};
                    notes.withTransaction(options, () -> {
                        runs.incrementAndGet();
                        rename(first);
                        if (run[0]++ == 0) {
                            bothHoldOne.await();
                        }
                        rename(3 - first);
                        return 1;
                    });
                }))
                .toList();
    }

    private void rename(long id) {
        NoteRecord change = NOTE.newRecord();
        change.set(NOTE.NAME, "renamed");
        notes.updateWhere(Filters.eq(NOTE.ID, id), change);
    }

    @Test
    void of_two_transactions_in_a_deadlock_exactly_one_fails() {
        List<CompletableFuture<Throwable>> both = meetInDeadlock(TransactionOptions.defaults(), new AtomicInteger());
        List<Throwable> failures =
                both.stream().map(Await::get).filter(Objects::nonNull).toList();
        assertThat(failures).singleElement().isInstanceOfSatisfying(TransactionConflictException.class, e -> {
            assertThat(e.sqlState()).contains("40P01");
            assertThat(e.table()).contains("note");
        });
    }

    @Test
    void scenario_27_a_deadlock_is_retried_where_the_transaction_asks_for_it() {
        AtomicInteger runs = new AtomicInteger();
        List<CompletableFuture<Throwable>> both =
                meetInDeadlock(TransactionOptions.defaults().withRetry(RetryPolicy.attempts(3)), runs);
        assertThat(both).allSatisfy(each -> assertThat(Await.get(each)).isNull());
        assertThat(runs).hasValue(3);
    }

    @Test
    void a_serialization_failure_is_a_conflict() {
        notes.insert(note(1, "a"));
        JdbcBackend other = DATABASE.open();
        TransactionOptions serializable = TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);
        Throwable failure = catchThrowable(() -> notes.useTransaction(serializable, () -> {
            assertThat(notes.findById(1L)).isPresent();
            notes(other).upsert(note(1, "other"), NOTE.PRIMARY);
            rename(1);
        }));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        TransactionConflictException.class,
                        e -> assertThat(e.sqlState()).contains("40001"));
    }

    @Test
    void isolation_of_one_transaction_does_not_outlive_it() {
        notes.useTransaction(
                TransactionOptions.defaults()
                        .withIsolation(Isolation.SERIALIZABLE)
                        .asReadOnly(),
                () -> {});
        notes.useTransaction(() -> notes.insert(note(1, "a")));
        assertThat(DATABASE.stored()).isEqualTo(1);
    }

    @Test
    void a_failed_insert_of_many_statements_stores_nothing() {
        NoteRecord first = note(1, "a");
        first.set(NOTE.CODE, "taken");
        NoteRecord second = note(2, "b");
        second.set(NOTE.CODE, "taken");
        second.set(NOTE.SMALL, (short) 1);
        assertThatThrownBy(() -> notes.bulkUpsert(List.of(first, second), NOTE.PRIMARY))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        e -> assertThat(((StorageException) e).constraint()).contains("note_code_key"));
        assertThat(DATABASE.stored()).isZero();
    }
}
