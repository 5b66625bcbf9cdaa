// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a closed backend, calls that are interrupted, and many at once. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosingTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private static List<ThrowingCallable> calls(SupabaseRestBackend backend) {
        BaseRepository<Record> things = ThingDatabase.things(backend);
        return List.of(
                () -> things.findMany(everyRow()),
                () -> things.count(everyRow()),
                () -> things.withStream(everyRow(), Order.byPrimaryKey(), rows -> rows.count()),
                () -> things.insert(THING.row(1, "n")),
                () -> things.updateWhere(everyRow(), THING.newRecord().with(THING.NAME, "n")),
                () -> things.deleteWhere(everyRow()),
                () -> things.upsert(THING.row(1, "n"), THING.PRIMARY));
    }

    @Test
    void each_call_of_a_closed_backend_fails_at_once() {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing())) {
            SupabaseRestBackend backend = server.builder()
                    .retry(new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofSeconds(30)))
                    .build();
            backend.close();
            backend.close();
            for (ThrowingCallable call : calls(backend)) {
                Failure.of(ConnectionFailureException.class, call).message("closed");
            }
            assertThat(backend.health().failure()).containsInstanceOf(ConnectionFailureException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closing_ends_the_calls_that_wait() {
        try (RecordedServer server = RecordedServer.answering(Reply.silence(Reply.After.STALL))) {
            SupabaseRestBackend backend = server.builder()
                    .requestTimeout(LONG)
                    .retry(new RetryPolicy(3, LONG, LONG))
                    .build();
            List<CompletableFuture<Throwable>> failures =
                    calls(backend).stream().map(Await::failureOf).toList();
            Await.until("all of them wait", () -> server.requests().size() == failures.size());
            backend.close();
            for (int i = 0; i < failures.size(); i++) {
                Failure.of(
                        i < 3 ? ConnectionFailureException.class : OutcomeUnknownException.class,
                        Await.get(failures.get(i)));
            }
        }
    }

    @Test
    void an_interrupt_ends_a_call_and_is_kept() throws InterruptedException {
        try (RecordedServer server = RecordedServer.answering(Reply.silence(Reply.After.STALL));
                SupabaseRestBackend backend =
                        server.builder().requestTimeout(LONG).build()) {
            List<ThrowingCallable> calls = calls(backend);
            for (int i = 0; i < calls.size(); i++) {
                Class<? extends StorageException> type =
                        i < 3 ? ConnectionFailureException.class : OutcomeUnknownException.class;
                ThrowingCallable call = calls.get(i);
                int before = server.requests().size();
                CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
                Thread thread = new Thread(() -> {
                    Throwable failure = Assertions.catchThrowable(call);
                    interrupted.complete(Thread.currentThread().isInterrupted() && type.isInstance(failure));
                });
                thread.start();
                Await.until("the server was asked", () -> server.requests().size() > before);
                thread.interrupt();
                assertThat(Await.get(interrupted)).as("call " + i).isTrue();
                thread.join();
                assertThat(server.requests()).as("no second attempt").hasSize(before + 1);
            }
        }
    }

    @Test
    void an_interrupted_thread_sends_nothing() {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend = server.builder().build()) {
            for (ThrowingCallable call : calls(backend)) {
                Thread.currentThread().interrupt();
                try {
                    Failure.of(ConnectionFailureException.class, call).sqlState("08001");
                } finally {
                    assertThat(Thread.interrupted()).isTrue();
                }
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void fifty_threads_call_at_once() {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend =
                        server.builder().requestTimeout(LONG).build()) {
            List<CompletableFuture<Throwable>> all = IntStream.range(0, 50)
                    .mapToObj(i -> Await.failureOf(() -> {
                        for (int k = 0; k < 10; k++) {
                            ThingDatabase.things(backend).findMany(everyRow());
                        }
                    }))
                    .toList();
            assertThat(all).allSatisfy(each -> assertThat(Await.get(each)).isNull());
            assertThat(server.requests()).hasSize(500);
        }
    }
}
