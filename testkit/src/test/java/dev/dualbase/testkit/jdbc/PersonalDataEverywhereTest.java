// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.MISSING;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.observation.micrometer.DualbaseMetrics;
import dev.dualbase.core.observation.sentry.SentryObservation;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.privacy.Leak;
import dev.dualbase.testkit.privacy.MarkedRow;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every operation, every class of failure and every listener, with marked values in all that can carry one. */
@SuppressWarnings("CheckReturnValue") // what calls throw and log matters, not what they answer
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonalDataEverywhereTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final MarkedRow<NoteRecord> ROWS = MarkedRow.of(NOTE).without(NOTE.OWNER_ID);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private PersonalDataGuard guard;
    private SentryInbox inbox;

    @BeforeEach
    void listen() {
        inbox = new SentryInbox();
        guard = PersonalDataGuard.open();
        guard.reading("sentry", inbox::text);
        guard.reading(
                "meters",
                () -> meters.getMeters().stream()
                        .map(meter -> meter.getId().toString())
                        .collect(Collectors.joining("\n")));
    }

    @AfterEach
    void stopListening() {
        guard.close();
        inbox.close();
    }

    private Backend observed(Backend backend) {
        return ObservedBackend.observe(
                backend,
                CallListener.logging(Duration.ZERO),
                SentryObservation.calls(Duration.ZERO),
                DualbaseMetrics.calls(meters));
    }

    private static NoteRecord coded(int number, String code) {
        NoteRecord row = ROWS.row(number);
        row.set(NOTE.CODE, code);
        return row;
    }

    private void failing(BaseRepository<NoteRecord> notes, String code) {
        assertThat(guard.call(() -> notes.insert(coded(5, code)))).isPresent();
        assertThat(guard.call(() -> notes.useTransaction(() -> notes.insert(coded(5, code)))))
                .isPresent();
    }

    @Test
    void every_operation_and_listener_is_silent() {
        JdbcBackend jdbc = DATABASE.open();
        DualbaseMetrics.pool(jdbc).bindTo(meters);
        guard.exercise(observed(jdbc), ROWS);
        guard.show(jdbc.poolStats(), jdbc.poolHistory());
        assertThat(guard.output())
                .contains("HikariPool", "dev.dualbase.calls", "PersonalDataGuard.exercise upsert note on faults");
        assertThat(inbox.text()).contains("DuplicateKeyException");
        assertThat(meters.getMeters()).isNotEmpty();
        guard.assertSilent();
    }

    /** The guide names them: HikariCP's at debug level and the driver's at FINE, which the guard opens. */
    @Test
    void a_host_and_a_user_are_told_by_two_loggers_below_alone_and_the_password_by_none() {
        String user = "stranger_to_logs";
        try (JdbcBackend locked = DATABASE.open(settings -> settings.credentials(user, Marked.VALUE))) {
            assertThat(guard.call(() -> notes(observed(locked)).count(Filters.everyRow())))
                    .isPresent();
        }
        assertThat(guard.output().lines().filter(line -> line.contains(user)))
                .isNotEmpty()
                .allMatch(PersonalDataEverywhereTest::isBelow);
        guard.assertSilent();
    }

    /** The driver's own words are its message, and HikariCP's line is followed by the exception of the driver. */
    private static boolean isBelow(String line) {
        return line.contains("com.zaxxer.hikari") || line.contains("org.postgresql") || line.contains("PSQLException");
    }

    @Test
    void every_class_of_failure_is_silent() {
        JdbcBackend jdbc = DATABASE.open();
        BaseRepository<NoteRecord> notes = notes(observed(jdbc));
        guard.exercise(observed(jdbc), ROWS);
        for (String state : List.of("22P02", "23502", "23503", "23505", "23514", "0A000", "XX000", "42501", "40001")) {
            failing(notes, "raise:" + state);
        }
        NoteRecord orphan = ROWS.row(5);
        orphan.set(NOTE.OWNER_ID, 73_004_159_265_357L);
        guard.call(() -> notes.insert(orphan));
        NoteRecord negative = ROWS.row(5);
        negative.set(NOTE.AMOUNT, new BigDecimal("-73104159"));
        guard.call(() -> notes.insert(negative));
        NoteRecord nameless = ROWS.row(5);
        nameless.set(NOTE.NAME, null);
        guard.call(() -> notes.insert(nameless));
        guard.call(() -> new BaseRepository<>(jdbc, MISSING).findMany(Filters.eq(MISSING.NAME, Marked.VALUE)));
        guard.call(() -> notes.useTransaction(
                TransactionOptions.defaults()
                        .withIsolation(Isolation.SERIALIZABLE)
                        .asReadOnly(),
                () -> notes.insert(ROWS.row(5))));
        guard.call(() -> new Capabilities(Set.of()).require(Capability.TRANSACTIONS, "bare"));
        lose(notes, "sleep");
        lose(notes, "sleep at commit");
        BaseRepository<NoteRecord> hurried =
                notes(observed(DATABASE.open(settings -> settings.statementTimeout(Duration.ofMillis(50)))));
        failing(hurried, "sleep");
        assertThat(guard.failures().toArray()).contains((Object[]) StorageException.class.getPermittedSubclasses());
        guard.assertSilent();
    }

    private void lose(BaseRepository<NoteRecord> notes, String code) {
        CompletableFuture<Throwable> failure =
                Await.failureOf(() -> notes.useTransaction(() -> notes.insert(coded(5, code))));
        DATABASE.awaitSleeper();
        DATABASE.terminateSessions();
        guard.search(Await.get(failure));
    }

    @Test
    void a_value_in_a_message_is_found() {
        Backend talkative = new DelegatingBackend(DATABASE.open()) {
            @Override
            public long count(Read<?> read) {
                throw new InvalidValueException("not " + Marked.VALUE);
            }
        };
        guard.call(() -> notes(observed(talkative)).count(Filters.everyRow()));
        assertThat(guard.leaks()).extracting(Leak::place).contains("InvalidValueException: message", "sentry");
        assertThatThrownBy(guard::assertSilent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("InvalidValueException: message: " + Marked.VALUE);
    }

    /** What a library cannot stop, and its guide names: the driver's own levels below FINE. */
    @Test
    void the_driver_logs_parameters_below_fine() {
        JdbcBackend jdbc = DATABASE.open();
        Logger driver = Logger.getLogger("org.postgresql");
        driver.setLevel(Level.FINEST);
        notes(jdbc).insert(ROWS.row(0));
        driver.setLevel(Level.FINE);
        assertThat(guard.output()).contains(Marked.VALUE);
    }
}
