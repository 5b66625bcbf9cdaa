// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements, locks and transactions that take too long. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeoutTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Filter SLEEPING = Filters.sql(DSL.condition("pg_sleep(60) is not null"));

    private final JdbcBackend backend = DATABASE.open(
            settings -> settings.statementTimeout(Duration.ofMillis(300)).maxConnections(1));
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private static void assertTimedOut(ThrowingCallable call, String sqlState) {
        assertThat(catchThrowable(call))
                .isInstanceOfSatisfying(
                        QueryTimeoutException.class,
                        e -> assertThat(e.sqlState()).contains(sqlState));
    }

    @Test
    void a_read_over_its_time_is_ended_and_its_connection_works_on() {
        notes.insert(note(1, "a"));
        long pid = session();
        assertTimedOut(() -> notes.findMany(SLEEPING), "57014");
        assertThat(session()).isEqualTo(pid);
    }

    @Test
    void a_write_over_its_time_has_no_effect_and_its_connection_works_on() {
        long pid = session();
        assertTimedOut(() -> notes.insert(coded(1, "sleep")), "57014");
        assertThat(DATABASE.stored()).isZero();
        assertThat(session()).isEqualTo(pid);
    }

    @Test
    void a_wait_for_a_lock_is_ended_too() throws Exception {
        notes.insert(note(1, "a"));
        JdbcBackend other = DATABASE.open();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Throwable> holder = Await.failureOf(() -> notes(other).withTransaction(() -> {
            notes(other).deleteWhere(Filters.everyRow());
            locked.countDown();
            done.await();
            return 1;
        }));
        locked.await();
        NoteRecord change = NOTE.newRecord();
        change.set(NOTE.NAME, "b");
        assertTimedOut(() -> notes.updateWhere(Filters.eq(NOTE.ID, 1L), change), "57014");
        done.countDown();
        assertThat(Await.get(holder)).isNull();
    }

    @Test
    void a_lock_that_is_refused_at_once_is_a_timeout_as_well() {
        assertTimedOut(() -> notes.insert(coded(1, "raise:55P03")), "55P03");
    }

    @Test
    void a_transaction_spreads_its_time_over_its_statements() {
        TransactionOptions options = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
        Filter nap = Filters.sql(DSL.condition("pg_sleep(0.08) is not null"));
        notes.insert(note(1, "a"));
        int[] finished = {0};
        assertTimedOut(
                () -> notes.useTransaction(options, () -> {
                    for (int i = 0; i < 10; i++) {
                        assertThat(notes.count(nap)).isEqualTo(1);
                        finished[0]++;
                    }
                }),
                "57014");
        assertThat(finished[0]).isBetween(1, 2);
    }

    @Test
    void a_transaction_whose_time_is_up_sends_no_further_statement() {
        TransactionOptions options = TransactionOptions.defaults().withTimeout(Duration.ofMillis(1));
        Throwable failure = catchThrowable(() -> notes.useTransaction(options, () -> {
            waitMillis(2);
            notes.insert(note(1, "a"));
        }));
        assertThat(failure).isInstanceOf(QueryTimeoutException.class).hasMessageContaining("ran out of its time");
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void a_transaction_whose_time_is_up_is_not_committed() {
        TransactionOptions options = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
        Throwable failure = catchThrowable(() -> notes.useTransaction(options, () -> {
            notes.insert(note(1, "a"));
            waitMillis(201);
        }));
        assertThat(failure).isInstanceOf(QueryTimeoutException.class);
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void a_transaction_with_much_time_does_not_lengthen_the_time_of_a_statement() {
        notes.insert(note(1, "a"));
        TransactionOptions options = TransactionOptions.defaults().withTimeout(Duration.ofMinutes(5));
        long begin = System.nanoTime();
        assertTimedOut(() -> notes.withTransaction(options, () -> notes.count(SLEEPING)), "57014");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void the_time_of_a_transaction_does_not_outlive_it() {
        TransactionOptions options = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
        notes.useTransaction(options, () -> notes.insert(note(1, "a")));
        Filter longer = Filters.sql(DSL.condition("pg_sleep(0.22) is not null"));
        assertThat(notes.count(longer)).isEqualTo(1);
    }

    private long session() {
        assertThat(notes.withTransaction(() -> 1)).isEqualTo(1);
        return DATABASE.value(
                Long.class,
                "select pid from pg_stat_activity where datname = current_database() and application_name = 'dualbase-faults'");
    }

    private static void waitMillis(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
