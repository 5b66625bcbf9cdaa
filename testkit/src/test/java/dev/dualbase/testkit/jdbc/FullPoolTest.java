// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.PoolStats;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All connections in use. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FullPoolTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final JdbcBackend backend = DATABASE.open(settings -> settings.connectTimeout(TIMEOUT));
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final Backend observed = ObservedBackend.observe(backend, events::add);
    private final BaseRepository<NoteRecord> notes = notes(observed);
    private final CountDownLatch release = new CountDownLatch(1);

    /** Holds both connections until released. */
    private List<CompletableFuture<Throwable>> fill() {
        CountDownLatch held = new CountDownLatch(2);
        List<CompletableFuture<Throwable>> holders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            holders.add(Await.failureOf(() -> notes(backend).withTransaction(() -> {
                held.countDown();
                release.await();
                return 1;
            })));
        }
        Await.until("both connections are held", () -> held.getCount() == 0);
        return holders;
    }

    private void releaseAll(List<CompletableFuture<Throwable>> holders) {
        release.countDown();
        assertThat(holders).allSatisfy(holder -> assertThat(Await.get(holder)).isNull());
    }

    @Test
    void a_call_that_finds_no_free_connection_in_time_names_the_size_of_the_pool_and_the_callers_in_wait() {
        List<CompletableFuture<Throwable>> holders = fill();
        CompletableFuture<Throwable> other = Await.failureOf(() -> notes.insert(note(1, "a")));
        Throwable failure = catchThrowable(() -> notes.findById(1L));
        assertThat(failure).isInstanceOf(ConnectionFailureException.class);
        assertThat(failure.getMessage())
                .matches("all 2 connections of the pool were in use for 500 ms, with [01] callers waiting");
        assertThat(Await.get(other)).isInstanceOf(ConnectionFailureException.class);
        releaseAll(holders);
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void every_kind_of_call_gives_up_within_the_timeout() {
        List<CompletableFuture<Throwable>> holders = fill();
        long begin = System.nanoTime();
        List<CompletableFuture<Throwable>> calls = List.of(
                Await.failureOf(() -> notes.count(Filters.everyRow())),
                Await.failureOf(() -> notes.withTransaction(() -> 1)),
                Await.failureOf(() -> notes.withStream(Filters.everyRow(), Order.byPrimaryKey(), rows -> 1)),
                Await.failureOf(() -> observed.describe(List.of(NoteTable.NOTE))));
        assertThat(calls)
                .allSatisfy(call -> assertThat(Await.get(call)).isInstanceOf(ConnectionFailureException.class));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.multipliedBy(4));
        releaseAll(holders);
    }

    @Test
    void health_needs_no_free_connection_and_tells_that_there_is_none() {
        List<CompletableFuture<Throwable>> holders = fill();
        Health health = observed.health();
        assertThat(health.reachable()).isTrue();
        assertThat(health.pool()).map(PoolStats::active).contains(2);
        releaseAll(holders);
    }

    @Test
    void the_wait_is_booked_as_waiting_and_not_as_executing() {
        List<CompletableFuture<Throwable>> holders = fill();
        assertThat(catchThrowable(() -> notes.findById(1L))).isNotNull();
        CallEvent event = events.get(0);
        assertThat(event.waiting()).isBetween(TIMEOUT.minusMillis(50), TIMEOUT.multipliedBy(3));
        assertThat(event.connecting()).isZero();
        assertThat(event.executing()).isZero();
        assertThat(event.failure()).containsInstanceOf(ConnectionFailureException.class);
        releaseAll(holders);
    }

    @Test
    void a_caller_that_gets_a_connection_after_a_wait_has_waited_and_executed() {
        List<CompletableFuture<Throwable>> holders = fill();
        CompletableFuture<Throwable> caller =
                Await.failureOf(() -> notes.count(Filters.sql(DSL.condition("pg_sleep(0.05) is not null"))));
        Await.until("the caller waits", () -> backend.poolStats().waiting() == 1);
        releaseAll(holders);
        assertThat(Await.get(caller)).isNull();
        assertThat(events.get(0).waiting()).isPositive();
        assertThat(events.get(0).connecting()).isZero();
        assertThat(events.get(0).executing()).isPositive();
    }

    @Test
    void the_first_call_connects_and_the_second_does_not() {
        assertThat(notes.count(Filters.everyRow())).isZero();
        assertThat(notes.count(Filters.everyRow())).isZero();
        assertThat(events.get(0).connecting()).isPositive();
        assertThat(events.get(1).connecting()).isZero();
        assertThat(events.get(0).total())
                .isGreaterThanOrEqualTo(events.get(0)
                        .connecting()
                        .plus(events.get(0).waiting())
                        .plus(events.get(0).executing()));
    }

    @Test
    void statistics_of_the_pool_tell_who_works_and_who_waits() {
        List<CompletableFuture<Throwable>> holders = fill();
        CompletableFuture<Throwable> caller = Await.failureOf(() -> notes.findById(1L));
        Await.until("the caller waits", () -> backend.poolStats().waiting() == 1);
        assertThat(backend.poolStats().active()).isEqualTo(2);
        assertThat(backend.poolStats().maximum()).isEqualTo(2);
        releaseAll(holders);
        assertThat(Await.get(caller)).isNull();
    }

    @Test
    void an_interrupted_caller_is_told_so_and_stays_interrupted() {
        List<CompletableFuture<Throwable>> holders = fill();
        Thread.currentThread().interrupt();
        Throwable failure = catchThrowable(() -> notes.findById(1L));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(ConnectionFailureException.class).hasMessageContaining("interrupted");
        releaseAll(holders);
    }

    @Test
    void a_transaction_inside_a_transaction_needs_no_second_connection() {
        JdbcBackend single =
                DATABASE.open(settings -> settings.maxConnections(1).connectTimeout(TIMEOUT));
        BaseRepository<NoteRecord> own = notes(single);
        own.useTransaction(() -> own.useTransaction(() -> own.insert(note(1, "a"))));
        assertThat(DATABASE.stored()).isEqualTo(1);
    }
}
