// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenario 25, and sessions that the server ends, at every moment of a call. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DyingServerTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Filter SLEEPING = Filters.sql(DSL.condition("pg_sleep(60) is not null"));

    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private void assertUsable() {
        assertThat(notes.count(Filters.noRow())).isZero();
        assertThat(backend.poolStats().active()).isZero();
    }

    @Test
    void a_read_after_an_idle_session_was_ended_succeeds_or_says_that_the_connection_failed() {
        notes.insert(note(1, "a"));
        DATABASE.terminateSessions();
        try {
            assertThat(notes.findById(1L)).isPresent();
        } catch (ConnectionFailureException honest) {
            assertThat(honest.sqlState()).isPresent();
        }
        assertUsable();
    }

    @Test
    void a_write_after_an_idle_session_was_ended_is_stored_or_reported() {
        assertThat(notes.count(Filters.everyRow())).isZero();
        DATABASE.terminateSessions();
        try {
            notes.insert(note(1, "a"));
            assertThat(DATABASE.stored()).isEqualTo(1);
        } catch (ConnectionFailureException | OutcomeUnknownException honest) {
            assertThat(DATABASE.stored()).isZero();
        }
        assertUsable();
    }

    @Test
    void a_transaction_after_an_idle_session_was_ended_is_stored_or_reported() {
        assertThat(notes.count(Filters.everyRow())).isZero();
        DATABASE.terminateSessions();
        try {
            notes.useTransaction(() -> notes.insert(note(1, "a")));
            assertThat(DATABASE.stored()).isEqualTo(1);
        } catch (ConnectionFailureException honest) {
            assertThat(DATABASE.stored()).isZero();
        }
        assertUsable();
    }

    @Test
    void a_session_ended_during_a_read_is_a_connection_failure() {
        notes.insert(note(1, "a"));
        CompletableFuture<Throwable> failure = Await.failureOf(() -> notes.findMany(SLEEPING));
        DATABASE.awaitSleeper();
        DATABASE.terminateSessions();
        assertThat(Await.get(failure)).isInstanceOfSatisfying(ConnectionFailureException.class, e -> {
            assertThat(e.sqlState()).contains("57P01");
            assertThat(e.table()).contains("note");
        });
        assertUsable();
    }

    @Test
    void a_session_ended_during_a_count_or_a_stream_is_a_connection_failure() {
        notes.insert(note(1, "a"));
        for (boolean streams : List.of(true, false)) {
            CompletableFuture<Throwable> failure = Await.failureOf(() -> {
                long rows = streams
                        ? notes.withStream(SLEEPING, Order.byPrimaryKey(), Stream::count)
                        : notes.count(SLEEPING);
                assertThat(rows).isNull();
            });
            DATABASE.awaitSleeper();
            DATABASE.terminateSessions();
            assertThat(Await.get(failure)).isInstanceOf(ConnectionFailureException.class);
            assertUsable();
        }
    }

    @Test
    void a_session_ended_during_a_write_of_its_own_leaves_the_outcome_unknown() {
        CompletableFuture<Throwable> failure = Await.failureOf(() -> notes.insert(coded(1, "sleep")));
        DATABASE.awaitSleeper();
        DATABASE.terminateSessions();
        assertThat(Await.get(failure)).isInstanceOfSatisfying(OutcomeUnknownException.class, e -> {
            assertThat(e.sqlState()).contains("57P01");
            assertThat(e.table()).contains("note");
        });
        assertUsable();
    }

    @Test
    void a_session_ended_during_an_upsert_update_or_delete_leaves_the_outcome_unknown() {
        notes.insert(note(1, "a"));
        NoteRecord change = NOTE.newRecord();
        change.set(NOTE.CODE, "sleep");
        List<Runnable> writes = List.of(
                () -> notes.upsert(coded(1, "sleep"), NOTE.PRIMARY),
                () -> notes.updateWhere(Filters.eq(NOTE.ID, 1L), change),
                () -> notes.deleteWhere(SLEEPING));
        for (Runnable write : writes) {
            CompletableFuture<Throwable> failure = Await.failureOf(write::run);
            DATABASE.awaitSleeper();
            DATABASE.terminateSessions();
            assertThat(Await.get(failure)).isInstanceOf(OutcomeUnknownException.class);
            assertUsable();
        }
    }

    @Test
    void a_write_inside_a_transaction_has_a_known_outcome() {
        CompletableFuture<Throwable> failure =
                Await.failureOf(() -> notes.useTransaction(() -> notes.insert(coded(1, "sleep"))));
        DATABASE.awaitSleeper();
        DATABASE.terminateSessions();
        assertThat(Await.get(failure)).isInstanceOf(ConnectionFailureException.class);
        assertThat(DATABASE.stored()).isZero();
        assertUsable();
    }

    @Test
    void scenario_25_a_broken_rollback_is_suppressed_in_the_first_error_and_its_connection_discarded() {
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            DATABASE.terminateSessions();
            notes.insert(note(2, "b"));
        }));
        assertThat(failure).isInstanceOfSatisfying(ConnectionFailureException.class, first -> {
            assertThat(first.sqlState()).contains("57P01");
            assertThat(first.getSuppressed())
                    .singleElement()
                    .isInstanceOf(ConnectionFailureException.class)
                    .isNotSameAs(first);
        });
        assertThat(backend.poolStats().idle()).isZero();
        assertThat(DATABASE.stored()).isZero();
        assertUsable();
    }

    @Test
    void the_bodys_own_exception_survives_a_rollback_that_fails() {
        IllegalStateException own = new IllegalStateException("of the host");
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            DATABASE.terminateSessions();
            throw own;
        }));
        assertThat(failure).isSameAs(own);
        assertThat(own.getSuppressed()).singleElement().isInstanceOf(ConnectionFailureException.class);
        assertThat(backend.poolStats().idle()).isZero();
        assertUsable();
    }

    @Test
    void a_host_that_swallows_the_loss_of_its_session_is_told_at_the_next_statement_and_at_the_commit() {
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            DATABASE.terminateSessions();
            assertThatThrownBy(() -> notes.insert(note(2, "b"))).isInstanceOf(ConnectionFailureException.class);
            assertThatThrownBy(() -> notes.insert(note(3, "c"))).isInstanceOf(ConnectionFailureException.class);
        }));
        assertThat(failure).isInstanceOf(ConnectionFailureException.class);
        assertThat(DATABASE.stored()).isZero();
        assertUsable();
    }

    @Test
    void a_savepoint_that_cannot_be_rolled_back_does_not_hide_the_first_error() {
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            DATABASE.terminateSessions();
            notes.insert(note(2, "b"));
        })));
        assertThat(failure).isInstanceOfSatisfying(ConnectionFailureException.class, first -> {
            assertThat(first.sqlState()).contains("57P01");
            assertThat(first.getSuppressed()).hasSize(2).allMatch(ConnectionFailureException.class::isInstance);
        });
        assertUsable();
    }

    @Test
    void a_session_ended_during_the_commit_leaves_the_outcome_unknown() {
        CompletableFuture<Throwable> failure =
                Await.failureOf(() -> notes.useTransaction(() -> notes.insert(coded(1, "sleep at commit"))));
        DATABASE.awaitSleeper();
        DATABASE.terminateSessions();
        assertThat(Await.get(failure)).isInstanceOf(OutcomeUnknownException.class);
        assertUsable();
    }

    @Test
    void a_session_ended_between_the_statements_of_a_bulk_stores_nothing_of_it() {
        List<NoteRecord> rows = Stream.iterate(1L, id -> id + 1)
                .limit(1200)
                .map(id -> id == 1200 ? coded(id, "sleep") : note(id, "a"))
                .toList();
        CompletableFuture<Throwable> failure = Await.failureOf(() -> notes.bulkUpsert(rows, NOTE.PRIMARY));
        DATABASE.awaitSleeper();
        DATABASE.terminateSessions();
        assertThat(Await.get(failure)).isInstanceOf(ConnectionFailureException.class);
        assertThat(DATABASE.stored()).isZero();
        assertUsable();
    }

    @Test
    void a_session_that_idles_too_long_in_a_transaction_is_a_connection_failure_and_discarded() {
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            Filter limit = Filters.sql(
                    DSL.condition("set_config('idle_in_transaction_session_timeout', '50', true) is not null"));
            assertThat(notes.count(limit)).isEqualTo(1);
            Await.until("the session is gone", () -> DATABASE.sessions("true") == 0);
            notes.insert(note(2, "b"));
        }));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        e -> assertThat(e.sqlState()).contains("25P03"));
        assertThat(backend.poolStats().idle()).isZero();
        assertUsable();
    }

    @Test
    void every_failure_tells_a_sqlstate() {
        DATABASE.terminateSessions();
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            DATABASE.terminateSessions();
            notes.insert(note(2, "b"));
        }));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.sqlState()).isPresent());
        assertUsable();
    }
}
