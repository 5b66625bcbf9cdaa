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
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One event for each call. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObservedBackendTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final List<CallEvent> events = new ArrayList<>();
    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes = notes(ObservedBackend.observe(backend, events::add));

    private CallEvent last(int count) {
        assertThat(events).hasSize(count);
        return events.get(count - 1);
    }

    private static void assertEvent(CallEvent event, String kind, String method, long rows) {
        assertThat(event.backend()).isEqualTo("faults");
        assertThat(event.table()).isEqualTo("note");
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.origin()).isEqualTo(new Origin("BaseRepository", method));
        assertThat(event.rows()).isEqualTo(rows);
        assertThat(event.failure()).isEmpty();
        assertThat(event.executing()).isPositive();
        assertThat(event.total()).isGreaterThanOrEqualTo(event.executing());
    }

    @Test
    void each_kind_of_call_is_told_with_its_origin_and_its_rows() {
        notes.insert(note(1, "a"));
        assertEvent(last(1), "insert", "insert", 1);
        notes.bulkUpsert(List.of(note(1, "b"), note(2, "c")), NOTE.PRIMARY);
        assertEvent(last(2), "upsert", "bulkUpsert", 2);
        assertThat(notes.findMany(Filters.everyRow())).hasSize(2);
        assertEvent(last(3), "read", "findMany", 2);
        assertThat(notes.count(Filters.everyRow())).isEqualTo(2);
        assertEvent(last(4), "count", "count", 1);
        long streamed = notes.withStream(
                Filters.everyRow(),
                Order.byPrimaryKey(),
                rows -> rows.filter(row -> true).count());
        assertThat(streamed).isEqualTo(2);
        assertEvent(last(5), "stream", "withStream", 2);
        NoteRecord change = NOTE.newRecord();
        change.set(NOTE.NAME, "d");
        notes.updateWhere(Filters.everyRow(), change);
        assertEvent(last(6), "update", "updateWhere", 2);
        notes.deleteWhere(Filters.everyRow());
        assertEvent(last(7), "delete", "deleteWhere", 2);
    }

    @Test
    void a_repository_gives_its_own_names() {
        assertThat(notes.as("NoteRepository", "all").count(Filters.everyRow())).isZero();
        assertThat(last(1).origin()).hasToString("NoteRepository.all");
    }

    @Test
    void a_failure_is_told_and_thrown() {
        Throwable failure = catchThrowable(() -> notes.insert(coded(1, "raise:23514")));
        assertThat(failure).isInstanceOf(CheckViolationException.class);
        assertThat(last(1).failure())
                .hasValueSatisfying(told -> assertThat(told).isSameAs(failure));
        assertThat(last(1).rows()).isZero();
    }

    @Test
    void the_calls_inside_a_transaction_are_told_each() {
        notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            assertThat(notes.findById(1L)).isPresent();
        });
        assertThat(events).extracting(CallEvent::kind).containsExactly("insert", "read", "transaction");
    }

    @Test
    void a_stream_whose_function_fails_is_told_as_a_call_that_did_not_fail_in_storage() {
        notes.insert(note(1, "a"));
        notes.insert(note(2, "b"));
        IllegalStateException own = new IllegalStateException("of the host");
        Throwable failure = catchThrowable(() -> notes.withStream(
                Filters.everyRow(),
                Order.byPrimaryKey(),
                rows -> rows.peek(row -> {
                            throw own;
                        })
                        .toList()));
        assertThat(failure).isSameAs(own);
        assertThat(last(3).kind()).isEqualTo("stream");
        assertThat(last(3).failure()).isEmpty();
    }

    @Test
    void a_listener_that_throws_does_no_harm_to_the_call_or_to_other_listeners() {
        CallListener absent = event -> {
            throw new NoClassDefFoundError("io/sentry/Sentry");
        };
        CallListener sneaky = event -> ObservedBackendTest.<RuntimeException>sneak(new Exception("checked"));
        CallListener plain = event -> {
            throw new IllegalStateException("a listener");
        };
        Backend observed = ObservedBackend.observe(backend, absent, sneaky, plain, events::add);
        notes(observed).insert(note(1, "a"));
        Throwable failure = catchThrowable(() -> notes(observed).insert(coded(2, "raise:23514")));
        assertThat(failure).isInstanceOf(CheckViolationException.class);
        assertThat(events).hasSize(2);
    }

    @SuppressWarnings("unchecked") // the point: as other languages of the JVM do
    private static <X extends Exception> void sneak(Exception checked) throws X {
        throw (X) checked;
    }

    @Test
    void a_listener_may_use_the_backend_it_listens_to() {
        List<Long> counted = new ArrayList<>();
        Backend observed = ObservedBackend.observe(
                backend, event -> counted.add(notes(backend).count(Filters.everyRow())));
        notes(observed).insert(note(1, "a"));
        assertThat(counted).containsExactly(1L);
    }

    @Test
    void the_lines_of_the_log_name_operations_and_no_value() {
        try (PersonalDataGuard logs = PersonalDataGuard.open()) {
            BaseRepository<NoteRecord> logged =
                    notes(ObservedBackend.observe(backend, CallListener.logging(Duration.ofMinutes(1))));
            logged.insert(note(1, Marked.VALUE));
            assertThat(catchThrowable(() -> logged.insert(note(1, Marked.VALUE))))
                    .isNotNull();
            assertThat(logs.output())
                    .contains("DEBUG dev.dualbase.calls - BaseRepository.insert insert note on faults: 1 rows in")
                    .contains("WARN dev.dualbase.calls - BaseRepository.insert insert note on faults: 0 rows in")
                    .contains("failed: duplicate key (table note, constraint note_pkey, SQLSTATE 23505)")
                    .doesNotContain(Marked.VALUE);
        }
    }

    @Test
    void slow_calls_are_logged_as_such() {
        try (PersonalDataGuard logs = PersonalDataGuard.open()) {
            notes(ObservedBackend.observe(backend, CallListener.logging(Duration.ZERO)))
                    .insert(note(1, "a"));
            assertThat(logs.output()).contains("WARN dev.dualbase.calls - slow: BaseRepository.insert");
        }
    }

    @Test
    void a_call_that_its_own_caller_cancelled_is_no_warning_however_long_it_took() {
        Backend unused = DATABASE.open();
        try (PersonalDataGuard logs = PersonalDataGuard.open()) {
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(() -> notes(ObservedBackend.observe(unused, CallListener.logging(Duration.ZERO)))
                            .count(Filters.everyRow())))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(logs.output())
                    .contains("DEBUG dev.dualbase.calls - BaseRepository.count")
                    .contains("cancelled by its caller")
                    .doesNotContain("WARN dev.dualbase.calls");
        }
    }
}
