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
import dev.dualbase.testkit.jdbc.CuttingProxy.Cut;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A line that is cut while the server lives on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CutLineTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private CuttingProxy proxy;
    private JdbcBackend backend;
    private BaseRepository<NoteRecord> notes;

    @BeforeEach
    void open() throws IOException {
        proxy = new CuttingProxy(DATABASE.database().jdbcUrl());
        backend = DATABASE.open(settings -> settings.url(proxy.jdbcUrl()).statementTimeout(Duration.ofMillis(500)));
        notes = notes(backend);
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @Test
    void a_commit_whose_answer_is_lost_has_an_unknown_outcome_although_it_took_effect() {
        proxy.cutAt("COMMIT", Cut.AFTER_THE_WORD);
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
        Await.until("the server has committed", () -> DATABASE.stored() == 1);
        assertThat(notes.count(Filters.everyRow())).isEqualTo(1);
    }

    @Test
    void a_commit_that_never_arrives_has_an_unknown_outcome_too() {
        proxy.cutAt("COMMIT", Cut.BEFORE_THE_WORD);
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
        assertThat(notes.count(Filters.everyRow())).isZero();
    }

    @Test
    void a_write_whose_answer_is_lost_has_an_unknown_outcome_and_is_not_sent_again() {
        Backend retrying = Backend.retrying(backend, RetryPolicy.attempts(5));
        proxy.cutAt("insert into", Cut.AFTER_THE_WORD);
        Throwable failure = catchThrowable(() -> notes(retrying).upsert(note(1, "a"), NOTE.PRIMARY));
        assertThat(failure).isInstanceOf(OutcomeUnknownException.class).hasNoSuppressedExceptions();
        Await.until("the server has stored the row", () -> DATABASE.stored() == 1);
    }

    @Test
    void a_transaction_with_an_unknown_outcome_is_not_run_again() {
        int[] runs = {0};
        proxy.cutAt("COMMIT", Cut.AFTER_THE_WORD);
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
        proxy.cutAt("select", Cut.AFTER_THE_WORD);
        assertThat(catchThrowable(() -> notes.findMany(Filters.everyRow())))
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        e -> assertThat(e.sqlState()).contains("08006"));
        assertThat(backend.poolStats().idle()).isZero();
    }

    @Test
    void a_line_that_falls_silent_is_given_up_soon_after_the_statement_timeout() {
        proxy.freeze();
        long begin = System.nanoTime();
        assertThat(catchThrowable(() -> notes.count(Filters.everyRow())))
                .isInstanceOf(ConnectionFailureException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        assertThat(backend.poolStats().idle()).isZero();
    }
}
