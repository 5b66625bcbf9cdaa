// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenario 27: what is run again, how often, and what is not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final AtomicInteger calls = new AtomicInteger();
    private final JdbcBackend backend = DATABASE.open();
    private final Backend retrying =
            Backend.retrying(ObservedBackend.observe(backend, this::countUnlessTransaction), QUICK);
    private final BaseRepository<NoteRecord> notes = notes(retrying);

    private void countUnlessTransaction(CallEvent event) {
        calls.addAndGet(event.kind().equals("transaction") ? 0 : 1);
    }

    private static NoteRecord conflicting(long id) {
        return coded(id, "raise:40001");
    }

    @Test
    void an_upsert_in_conflict_runs_as_often_as_the_policy_says() {
        Throwable failure = catchThrowable(() -> notes.upsert(conflicting(1), NOTE.PRIMARY));
        assertThat(failure).isInstanceOfSatisfying(TransactionConflictException.class, e -> {
            assertThat(e.sqlState()).contains("40001");
            assertThat(e.table()).contains("note");
            assertThat(e.getSuppressed()).hasSize(2).doesNotContain(e);
        });
        assertThat(calls).hasValue(3);
    }

    @Test
    void an_update_or_delete_in_conflict_runs_again() {
        notes.insert(note(1, "a"));
        calls.set(0);
        NoteRecord change = NOTE.newRecord();
        change.set(NOTE.CODE, "raise:40P01");
        assertThat(catchThrowable(() -> notes.updateWhere(Filters.everyRow(), change)))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_conflict_in_a_transaction_that_was_begun_past_the_retries_stays_a_conflict() {
        Throwable failure =
                catchThrowable(() -> notes(backend).useTransaction(() -> notes.upsert(conflicting(1), NOTE.PRIMARY)));
        assertThat(failure).isInstanceOf(TransactionConflictException.class);
        assertThat(calls.get()).isLessThan(3);
    }

    @Test
    void a_plain_insert_runs_once() {
        assertThat(catchThrowable(() -> notes.insert(conflicting(1)))).isInstanceOf(TransactionConflictException.class);
        assertThat(catchThrowable(() -> notes.insertIfAbsent(conflicting(1), NOTE.PRIMARY)))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void scenario_27_what_is_not_repeated_surfaces_with_its_names() {
        notes.insert(coded(1, "taken"));
        NoteRecord nameless = NOTE.newRecord();
        nameless.set(NOTE.ID, 2L);
        assertThat(info(() -> notes.insert(coded(2, "taken"))))
                .isEqualTo("table note, constraint note_code_key, SQLSTATE 23505");
        assertThat(info(() -> notes.insert(nameless))).isEqualTo("table note, column name, SQLSTATE 23502");
        assertThat(info(() -> notes.insert(conflicting(2)))).isEqualTo("table note, SQLSTATE 40001");
        assertThat(calls).hasValue(4);
    }

    private static String info(ThrowingCallable call) {
        return ((StorageException) catchThrowable(call)).info().toString();
    }

    @Test
    void a_read_whose_session_is_ended_runs_again_and_succeeds() {
        notes.insert(note(1, "a"));
        Filter once = Filters.sql(DSL.condition(
                "pg_sleep(case when (select count(*) from owner) = 0 then 60 else 0 end)" + " is not null"));
        CompletableFuture<Throwable> reader =
                Await.failureOf(() -> assertThat(notes.findMany(once)).hasSize(1));
        DATABASE.awaitSleeper();
        DATABASE.execute("insert into owner values (1)");
        DATABASE.terminateSessions();
        assertThat(Await.get(reader)).isNull();
    }

    @Test
    void a_refusal_is_not_repeated() {
        assertThat(catchThrowable(() -> notes.upsert(coded(1, "raise:23514"), NOTE.PRIMARY)))
                .isInstanceOf(CheckViolationException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void inside_a_transaction_nothing_is_repeated() {
        Throwable failure =
                catchThrowable(() -> notes.useTransaction(() -> notes.upsert(conflicting(1), NOTE.PRIMARY)));
        assertThat(failure).isInstanceOf(TransactionConflictException.class).hasNoSuppressedExceptions();
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_transaction_is_repeated_as_a_whole_and_only_the_outermost() {
        int[] outer = {0};
        int[] inner = {0};
        TransactionOptions options = TransactionOptions.defaults().withRetry(QUICK);
        Throwable failure = catchThrowable(() -> notes.useTransaction(options, () -> {
            outer[0]++;
            notes.insert(note(1, "a"));
            notes.useTransaction(options, () -> {
                inner[0]++;
                notes.insert(conflicting(2));
            });
        }));
        assertThat(failure).isInstanceOf(TransactionConflictException.class);
        assertThat(outer[0]).isEqualTo(3);
        assertThat(inner[0]).isEqualTo(3);
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void earlier_failures_are_kept_newest_first_also_where_the_last_one_is_of_another_kind() {
        int[] run = {0};
        String[] states = {"40001", "40P01", "23514"};
        TransactionOptions options = TransactionOptions.defaults().withRetry(QUICK);
        Throwable failure = catchThrowable(() ->
                notes.useTransaction(options, () -> notes.insert(coded(1, "raise:" + states[run[0]++]))));
        assertThat(failure).isInstanceOf(CheckViolationException.class);
        assertThat(failure.getSuppressed())
                .extracting(each -> ((StorageException) each).sqlState().orElseThrow())
                .containsExactly("40P01", "40001");
    }

    @Test
    void a_caller_that_is_interrupted_does_not_wait_for_the_next_attempt() {
        Thread.currentThread().interrupt();
        RetryPolicy patient = new RetryPolicy(3, Duration.ofMinutes(1), Duration.ofMinutes(1));
        Throwable failure = catchThrowable(() -> patient.run(() -> {
            throw new ConnectionFailureException("none");
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(ConnectionFailureException.class);
    }
}
