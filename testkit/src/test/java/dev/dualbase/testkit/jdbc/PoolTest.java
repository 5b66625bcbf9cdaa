// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.PoolPeriod;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of a pool, and how it ends. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final List<PoolPeriod> alarms = new CopyOnWriteArrayList<>();
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final JdbcBackend backend = DATABASE.open(
            settings -> settings.maxConnections(3).poolListener((id, stats, period) -> alarms.add(period)));
    private final BaseRepository<NoteRecord> notes = notes(ObservedBackend.observe(backend, events::add));
    private final CountDownLatch release = new CountDownLatch(1);

    /** Holds all three connections until released. */
    private List<CompletableFuture<Throwable>> fill() {
        CountDownLatch held = new CountDownLatch(3);
        List<CompletableFuture<Throwable>> holders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            holders.add(Await.failureOf(() -> notes(backend).useTransaction(() -> {
                held.countDown();
                release.await();
            })));
        }
        Await.until("all connections are held", () -> held.getCount() == 0);
        return holders;
    }

    private void releaseAll(List<CompletableFuture<Throwable>> holders) {
        release.countDown();
        assertThat(holders).allSatisfy(holder -> assertThat(Await.get(holder)).isNull());
    }

    private static void awaitMillis(long millis) {
        long begin = System.nanoTime();
        Await.until("time has passed", () -> System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private PoolPeriod sum() {
        return backend.poolHistory().stream().reduce(PoolTest::plus).orElseThrow();
    }

    /** A test may run across the end of a step. */
    private static PoolPeriod plus(PoolPeriod one, PoolPeriod next) {
        return new PoolPeriod(
                one.begin(),
                one.leases() + next.leases(),
                one.inVain() + next.inVain(),
                Math.max(one.mostActive(), next.mostActive()),
                Math.max(one.mostWaiting(), next.mostWaiting()),
                one.waited().plus(next.waited()),
                one.longestWait().compareTo(next.longestWait()) < 0 ? next.longestWait() : one.longestWait());
    }

    @Test
    void scenario_26_a_pool_of_three_that_is_all_busy_raises_no_alarm() throws Exception {
        for (int round = 0; round < 5; round++) {
            CyclicBarrier allBusy = new CyclicBarrier(3);
            List<CompletableFuture<Throwable>> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                callers.add(Await.failureOf(() -> notes.useTransaction(() -> allBusy.await())));
            }
            assertThat(callers)
                    .allSatisfy(caller -> assertThat(Await.get(caller)).isNull());
        }
        assertThat(sum().mostActive()).isEqualTo(3);
        assertThat(sum().leases()).isEqualTo(15);
        assertThat(sum().inVain()).isZero();
        assertThat(alarms).isEmpty();
    }

    @Test
    void scenario_26_callers_that_wait_raise_one_alarm_and_their_time_is_told_apart() throws Exception {
        List<CompletableFuture<Throwable>> holders = fill();
        List<CompletableFuture<Throwable>> callers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            callers.add(Await.failureOf(() -> notes.count(Filters.sql(DSL.condition("pg_sleep(0.05) is null")))));
        }
        Await.until("both wait", () -> backend.poolStats().waiting() == 2);
        awaitMillis(1100);
        releaseAll(holders);
        assertThat(callers).allSatisfy(caller -> assertThat(Await.get(caller)).isNull());
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).longestWait()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(sum().mostWaiting()).isPositive();
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.waiting()).isGreaterThan(Duration.ofSeconds(1));
            assertThat(event.connecting()).isZero();
            assertThat(event.executing()).isPositive().isLessThan(event.waiting());
        });
    }

    @Test
    void a_caller_that_waited_in_vain_raises_the_alarm_in_the_log_too() {
        try (PersonalDataGuard logs = PersonalDataGuard.open();
                JdbcBackend single =
                        DATABASE.open(settings -> settings.maxConnections(1).connectTimeout(Duration.ofMillis(300)))) {
            notes(single)
                    .useTransaction(() -> assertThat(Await.get(
                                    Await.failureOf(() -> notes(single).insert(note(1, Marked.VALUE)))))
                            .isInstanceOf(ConnectionFailureException.class));
            assertThat(single.poolHistory())
                    .extracting(PoolPeriod::inVain)
                    .contains(1)
                    .doesNotContain(2);
            assertThat(logs.output())
                    .contains("WARN dev.dualbase.pool - callers of faults wait for one of its 1 connections")
                    .contains("1 in vain")
                    .doesNotContain(Marked.VALUE);
        }
    }

    @Test
    void a_caller_in_wait_gets_a_new_connection_when_all_that_were_there_have_died() {
        CountDownLatch held = new CountDownLatch(3);
        List<CompletableFuture<Throwable>> holders = Stream.generate(() ->
                        Await.failureOf(() -> notes(backend).useTransaction(() -> {
                            held.countDown();
                            release.await();
                            notes(backend).insert(note(1, "never stored"));
                        })))
                .limit(3)
                .toList();
        Await.until("all connections are held", () -> held.getCount() == 0);
        CompletableFuture<Throwable> caller = Await.failureOf(() -> notes.count(Filters.everyRow()));
        Await.until("the caller waits", () -> backend.poolStats().waiting() == 1);
        DATABASE.terminateSessions();
        release.countDown();
        assertThat(holders).allSatisfy(holder -> assertThat(Await.get(holder)).isInstanceOf(StorageException.class));
        assertThat(Await.get(caller)).isNull();
    }

    @Test
    void a_listener_that_throws_an_error_costs_no_connection() {
        JdbcBackend single = DATABASE.open(settings -> settings.maxConnections(1)
                .connectTimeout(Duration.ofSeconds(20))
                .poolListener((id, stats, period) -> {
                    throw new AssertionError("of the host");
                }));
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Throwable> holder =
                Await.failureOf(() -> notes(single).useTransaction(() -> {
                    held.countDown();
                    release.await();
                }));
        Await.until("the connection is held", () -> held.getCount() == 0);
        CompletableFuture<Throwable> caller =
                Await.failureOf(() -> notes(single).count(Filters.everyRow()));
        awaitMillis(1200);
        release.countDown();
        assertThat(Await.get(holder)).isNull();
        assertThat(Await.get(caller)).isNull();
        assertThat(single.poolStats().active()).isZero();
    }

    @Test
    void a_call_during_an_outage_has_connected_and_not_waited() {
        Duration timeout = Duration.ofSeconds(2);
        try (FaultProxy line = FaultProxy.before(DATABASE.database());
                JdbcBackend far = DATABASE.open(settings ->
                        settings.url(line.jdbcUrl(DATABASE.database())).connectTimeout(timeout))) {
            line.refuse();
            assertThat(catchThrowable(() ->
                            notes(ObservedBackend.observe(far, events::add)).count(Filters.everyRow())))
                    .isInstanceOf(ConnectionFailureException.class);
        }
        assertThat(events.get(0).connecting()).isGreaterThan(timeout.dividedBy(2));
        assertThat(events.get(0).waiting()).isLessThan(timeout.dividedBy(2));
    }

    @Test
    void a_connection_that_is_kept_is_logged_with_the_line_that_acquired_it() throws InterruptedException {
        try (PersonalDataGuard logs = PersonalDataGuard.open();
                JdbcBackend watched = DATABASE.open(settings -> settings.leakThreshold(Duration.ofSeconds(2)))) {
            notes(watched)
                    .useTransaction(() ->
                            Await.until("the leak is told", () -> logs.output().contains("a connection of ")));
            assertThat(logs.output())
                    .contains("PoolTest.a_connection_that_is_kept_is_logged_with_the_line_that_acquired_it")
                    .contains("PoolTest.java:");
        }
    }

    @Test
    void closing_waits_for_what_is_under_way_and_lets_nobody_follow() {
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<Throwable> call = Await.failureOf(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            inside.countDown();
            release.await();
            notes.insert(note(2, "b"));
        }));
        Await.until("it is in its transaction", () -> inside.getCount() == 0);
        CompletableFuture<Throwable> closing = Await.failureOf(backend::close);
        Await.until(
                "nobody may follow",
                () -> catchThrowable(() -> notes.findById(1L)) instanceof ConnectionFailureException);
        awaitMillis(500);
        assertThat(closing).isNotDone();
        release.countDown();
        assertThat(Await.get(call)).isNull();
        assertThat(Await.get(closing)).isNull();
        assertThat(DATABASE.stored()).isEqualTo(2);
        assertThat(DATABASE.sessions("true")).isZero();
    }

    @Test
    void closing_waits_no_longer_than_it_may() {
        JdbcBackend hurried = DATABASE.open(settings -> settings.closeTimeout(Duration.ofMillis(100)));
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<Throwable> call = Await.failureOf(() -> notes(hurried).useTransaction(() -> {
            notes(hurried).insert(note(1, "a"));
            inside.countDown();
            release.await();
        }));
        Await.until("it is in its transaction", () -> inside.getCount() == 0);
        hurried.close();
        release.countDown();
        assertThat(Await.get(call)).isNotNull();
        assertThat(DATABASE.stored()).isZero();
    }
}
