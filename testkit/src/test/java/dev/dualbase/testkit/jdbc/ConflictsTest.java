// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.fault.Conflicts;
import dev.dualbase.testkit.fault.Meetings;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conflicts on demand, as a host would use them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConflictsTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final TransactionOptions SERIALIZABLE =
            TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);

    private final BaseRepository<NoteRecord> notes = notes(DATABASE.open());
    private final AtomicInteger runs = new AtomicInteger();
    private Conflicts conflicts;

    @BeforeEach
    void open() {
        conflicts = Conflicts.on(DATABASE.database().dataSource(), "note");
    }

    @AfterEach
    void close() {
        conflicts.close();
    }

    private void store(TransactionOptions options) {
        notes.useTransaction(options, () -> notes.upsert(note(runs.incrementAndGet(), "a"), NOTE.PRIMARY));
    }

    @Test
    void serialization_fails_as_often_as_demanded() {
        try (Meetings meetings = conflicts.failSerialization(2)) {
            store(SERIALIZABLE.withRetry(RetryPolicy.attempts(5)));
            meetings.await();
        }
        assertThat(runs).hasValue(3);
        assertThat(DATABASE.stored()).isEqualTo(1);
    }

    @Test
    void a_deadlock_happens_as_often_as_demanded_at_any_isolation() {
        try (Meetings meetings = conflicts.deadlock(2)) {
            assertThatThrownBy(() -> notes.insert(note(7, "b")))
                    .isInstanceOfSatisfying(
                            TransactionConflictException.class,
                            e -> assertThat(e.sqlState()).contains("40P01"));
            store(TransactionOptions.defaults().withRetry(RetryPolicy.attempts(5)));
            meetings.await();
        }
        assertThat(runs).hasValue(2);
        assertThat(DATABASE.stored()).isEqualTo(1);
    }

    @Test
    void the_server_says_which_conflict_it_was() {
        try (Meetings meetings = conflicts.failSerialization(1)) {
            assertThatThrownBy(() -> store(SERIALIZABLE))
                    .isInstanceOfSatisfying(
                            TransactionConflictException.class,
                            e -> assertThat(e.sqlState()).contains("40001"));
            meetings.await();
        }
    }

    @Test
    void at_read_committed_serialization_does_not_fail() {
        try (Meetings meetings = conflicts.failSerialization(1)) {
            store(TransactionOptions.defaults());
            meetings.await();
        }
        assertThat(DATABASE.stored()).isEqualTo(1);
    }

    @Test
    void what_was_demanded_and_has_not_happened_ends_with_the_session() {
        conflicts.deadlock(5).close();
        store(SERIALIZABLE);
        assertThat(DATABASE.stored()).isEqualTo(1);
    }
}
