// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is cut while the server lives on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CutLineTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private FaultProxy proxy;
    private JdbcBackend backend;
    private BaseRepository<NoteRecord> notes;

    @BeforeEach
    void open() {
        proxy = FaultProxy.before(DATABASE.database());
        backend = DATABASE.open(
                settings -> settings.url(proxy.jdbcUrl(DATABASE.database())).statementTimeout(Duration.ofMillis(500)));
        notes = notes(backend);
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void a_commit_whose_answer_is_lost_has_an_unknown_outcome_although_it_took_effect() {
        proxy.at(Moment.after(Message.statement("commit")), Fault.CUT);
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
        Await.until("the server has committed", () -> DATABASE.stored() == 1);
        assertThat(notes.count(Filters.everyRow())).isEqualTo(1);
    }

    @Test
    void a_commit_that_never_arrives_has_an_unknown_outcome_too() {
        proxy.at(Moment.before(Message.statement("commit")), Fault.CUT);
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "RESET", "REFUSE"})
    void a_commit_that_the_server_has_answered_in_vain_has_an_unknown_outcome_while_the_row_is_stored(Fault fault) {
        proxy.at(Moment.before(Message.answer("COMMIT")), fault);
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
        assertThat(DATABASE.stored()).isEqualTo(1);
        proxy.pass();
        assertThat(notes.findById(1L)).isPresent();
    }

    @Test
    void a_later_commit_is_met_too_although_it_is_prepared_by_then() {
        for (int i = 1; i <= 8; i++) {
            NoteRecord row = note(i, "a");
            notes.useTransaction(() -> notes.insert(row));
        }
        proxy.at(Moment.before(Message.statement("commit")), Fault.RESET);
        assertThat(catchThrowable(() -> notes.useTransaction(() -> notes.insert(note(9, "a")))))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(DATABASE.stored()).isEqualTo(8);
    }

    @Test
    void a_write_whose_answer_is_lost_has_an_unknown_outcome_and_is_not_sent_again() {
        Backend retrying = Backend.retrying(backend, RetryPolicy.attempts(5));
        proxy.at(Moment.after(Message.statement("insert into")), Fault.CUT);
        Throwable failure = catchThrowable(() -> notes(retrying).upsert(note(1, "a"), NOTE.PRIMARY));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class).hasNoSuppressedExceptions();
        Await.until("the server has stored the row", () -> DATABASE.stored() == 1);
    }

    @Test
    void a_transaction_with_an_unknown_outcome_is_not_run_again() {
        int[] runs = {0};
        proxy.at(Moment.after(Message.statement("commit")), Fault.CUT);
        TransactionOptions options = TransactionOptions.defaults().withRetry(RetryPolicy.attempts(5));
        Throwable failure = catchThrowable(() -> notes.useTransaction(options, () -> {
            runs[0]++;
            notes.insert(note(1, "a"));
        }));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void a_read_whose_answer_is_lost_is_a_connection_failure() {
        proxy.at(Moment.after(Message.statement("select")), Fault.CUT);
        assertThat(catchThrowable(() -> notes.findMany(Filters.everyRow())))
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        e -> assertThat(e.sqlState()).contains("08006"));
        assertThat(backend.poolStats().idle()).isZero();
    }

    @Test
    void a_transaction_that_only_reads_has_no_unknown_outcome() {
        proxy.at(Moment.before(Message.answer("COMMIT")), Fault.CUT);
        TransactionOptions options = TransactionOptions.defaults().asReadOnly();
        assertThat(catchThrowable(() -> notes.withTransaction(options, () -> notes.count(Filters.everyRow()))))
                .isInstanceOf(ConnectionFailureException.class);
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @Test
    void a_line_that_falls_silent_is_given_up_soon_after_the_statement_timeout() {
        proxy.stall();
        long begin = System.nanoTime();
        assertThat(catchThrowable(() -> notes.count(Filters.everyRow())))
                .isInstanceOf(ConnectionFailureException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        assertThat(backend.poolStats().idle()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_server_that_is_away_fails_every_call_and_the_first_one_after_its_return_works(boolean reset) {
        for (int i = 0; i < 3; i++) {
            if (reset) {
                proxy.reset();
            } else {
                proxy.refuse();
            }
            assertThat(catchThrowable(() -> notes.count(Filters.everyRow())))
                    .isInstanceOf(ConnectionFailureException.class);
            proxy.pass();
            assertThat(notes.count(Filters.everyRow())).isZero();
        }
    }

    @Test
    void a_server_that_lets_in_and_never_answers_is_given_up_by_the_pool() {
        proxy.stall();
        JdbcBackend hasty = DATABASE.open(
                settings -> settings.url(proxy.jdbcUrl(DATABASE.database())).connectTimeout(Duration.ofMillis(300)));
        long begin = System.nanoTime();
        assertThat(catchThrowable(() -> notes(hasty).count(Filters.everyRow())))
                .isInstanceOf(ConnectionFailureException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        proxy.pass();
        assertThat(notes(hasty).count(Filters.everyRow())).isZero();
    }

    @Test
    void what_a_client_said_before_it_gave_up_on_a_silent_line_arrives_when_the_line_works_again() {
        proxy.stall();
        assertThat(catchThrowable(() -> notes.insert(note(1, "a")))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(DATABASE.stored()).isZero();
        proxy.pass();
        Await.until("the server has stored the row", () -> DATABASE.stored() == 1);
    }
}
