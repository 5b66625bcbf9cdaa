// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The event of a transaction: its own part, without its body. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObservedTransactionTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Duration BODY = Duration.ofMillis(500);

    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final JdbcBackend backend =
            DATABASE.open(settings -> settings.maxConnections(1).connectTimeout(Duration.ofSeconds(1)));
    private final Backend observed = ObservedBackend.observe(backend, events::add);
    private final BaseRepository<NoteRecord> notes = notes(observed);

    private CallEvent transaction() {
        assertThat(events)
                .filteredOn(event -> event.kind().equals("transaction"))
                .hasSize(1);
        return events.get(events.size() - 1);
    }

    private void assertFailure(Throwable failure, Class<?> type) {
        assertThat(failure).isInstanceOf(type);
        assertThat(transaction().failure())
                .hasValueSatisfying(told -> assertThat(told).isSameAs(failure));
    }

    @Test
    void it_tells_connecting_and_its_own_statements_but_not_the_body() throws InterruptedException {
        notes.useTransaction(() -> {
            TimeUnit.MILLISECONDS.sleep(BODY.toMillis());
            assertThat(notes.count(Filters.sql(DSL.condition("pg_sleep(0.5) is not null"))))
                    .isZero();
            assertThat(notes(backend).count(Filters.sql(DSL.condition("pg_sleep(0.5) is not null"))))
                    .isZero();
        });
        CallEvent event = transaction();
        assertThat(event.origin()).isEqualTo(new Origin("Backend", "inTransaction"));
        assertThat(event.table()).isEqualTo("-");
        assertThat(event.backend()).isEqualTo("faults");
        assertThat(event.connecting()).isPositive();
        assertThat(event.executing()).isPositive().isLessThan(BODY);
        assertThat(event.total().minus(event.waiting()).minus(event.connecting()))
                .isLessThan(BODY);
        assertThat(event.failure()).isEmpty();
    }

    @Test
    void nested_transactions_are_not_told() {
        notes.useTransaction(() -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
        assertThat(events).extracting(CallEvent::kind).containsExactly("insert", "transaction");
    }

    @Test
    void a_full_pool_is_the_failure_of_the_transaction_and_the_wait_is_waiting() {
        Throwable failure = notes(backend).withTransaction(() -> {
            CompletableFuture<Throwable> other = Await.failureOf(() -> notes.useTransaction(() -> {}));
            return Await.get(other);
        });
        assertFailure(failure, ConnectionFailureException.class);
        assertThat(transaction().waiting()).isGreaterThan(Duration.ofMillis(900));
        assertThat(transaction().executing()).isZero();
    }

    @Test
    void a_deferred_foreign_key_fails_the_commit() {
        NoteRecord orphan = note(1, "a");
        orphan.set(NOTE.OWNER_ID, 99L);
        assertFailure(
                catchThrowable(() -> notes.useTransaction(() -> notes.insert(orphan))), ForeignKeyException.class);
        assertThat(events.get(0).failure()).isEmpty();
    }

    @Test
    void a_commit_whose_connection_is_lost_is_told_with_its_time() throws InterruptedException {
        CompletableFuture<Throwable> failure =
                Await.failureOf(() -> notes.useTransaction(() -> notes.insert(coded(1, "sleep at commit"))));
        DATABASE.awaitSleeper();
        TimeUnit.MILLISECONDS.sleep(BODY.toMillis());
        DATABASE.terminateSessions();
        assertFailure(Await.get(failure), OutcomeUnknownException.class);
        assertThat(transaction().executing()).isGreaterThanOrEqualTo(BODY);
    }

    @Test
    void a_commit_that_would_be_none_is_told() {
        Throwable failure = catchThrowable(() ->
                notes.useTransaction(() -> assertThat(catchThrowable(() -> notes.insert(coded(1, "raise:23514"))))
                        .isNotNull()));
        assertFailure(failure, ServerErrorException.class);
    }

    @Test
    void a_failure_that_leaves_the_body_is_told_once_by_its_call() {
        assertThat(catchThrowable(() -> notes.useTransaction(() -> notes.insert(coded(1, "raise:23514")))))
                .isNotNull();
        assertThat(events.get(0).failure()).isPresent();
        assertThat(transaction().failure()).isEmpty();
        assertThat(transaction().executing()).isPositive();
    }

    @Test
    void the_attempts_of_a_transaction_are_one_event() {
        AtomicInteger attempts = new AtomicInteger();
        notes.useTransaction(
                TransactionOptions.defaults().withRetry(RetryPolicy.attempts(3)),
                () -> notes.insert(attempts.incrementAndGet() < 3 ? coded(1, "raise:40001") : note(1, "a")));
        assertThat(transaction().failure()).isEmpty();
        assertThat(events)
                .filteredOn(event -> event.failure()
                        .filter(TransactionConflictException.class::isInstance)
                        .isPresent())
                .hasSize(2);
    }
}
