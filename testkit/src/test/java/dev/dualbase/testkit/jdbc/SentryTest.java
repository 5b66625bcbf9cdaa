// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.observation.sentry.SentryObservation;
import dev.dualbase.core.repository.BaseRepository;
import io.sentry.Breadcrumb;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.SpanStatus;
import io.sentry.TransactionOptions;
import io.sentry.protocol.SentrySpan;
import io.sentry.protocol.SentryTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Sentry really sends, caught where it would arrive. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentryTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final JdbcBackend backend = DATABASE.open();
    private final Backend observed = observe(backend, Duration.ofMinutes(1));
    private final BaseRepository<NoteRecord> notes = notes(observed).as("NoteRepository", "store");
    private SentryInbox inbox;

    private static Backend observe(Backend backend, Duration slow) {
        return ObservedBackend.observe(backend, SentryObservation.calls(slow));
    }

    @BeforeEach
    void open() {
        inbox = new SentryInbox();
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    private SentryEvent event() {
        assertThat(inbox.events()).hasSize(1);
        return inbox.events().get(0);
    }

    private static NoteRecord marked(long id, String code) {
        NoteRecord row = coded(id, code);
        row.set(NOTE.NAME, Marked.VALUE);
        row.set(NOTE.TAGS, new String[] {Marked.VALUE});
        row.set(NOTE.DATA, JSONB.valueOf("{\"" + Marked.VALUE + "\": \"" + Marked.VALUE + "\"}"));
        return row;
    }

    @Test
    void a_failure_is_an_exception_with_the_names_of_its_call() {
        assertThat(catchThrowable(() -> notes.insert(coded(1, "raise:23514")))).isNotNull();
        SentryEvent event = event();
        assertThat(event.getTags())
                .containsAllEntriesOf(Map.of(
                        "component", "dualbase",
                        "repository", "NoteRepository",
                        "operation", "store",
                        "kind", "insert",
                        "table", "note",
                        "backend", "faults",
                        "server", "faults",
                        "sqlstate", "23514"));
        assertThat(event.getLevel()).isEqualTo(SentryLevel.ERROR);
        assertThat(event.getFingerprints())
                .containsExactly("dualbase", "NoteRepository.store", "insert", "note", "23514");
        assertThat(event.getExceptions()).extracting(each -> each.getType()).contains("CheckViolationException");
        assertThat(event.getContexts().get("call"))
                .asInstanceOf(MAP)
                .containsKeys("waiting_ms", "connecting_ms", "executing_ms", "total_ms");
    }

    @Test
    void failures_of_one_operation_are_grouped_by_sqlstate() {
        for (String state : List.of("23514", "40001", "23514")) {
            assertThat(catchThrowable(() -> notes.insert(coded(1, "raise:" + state))))
                    .isNotNull();
        }
        assertThat(inbox.events()).hasSize(3);
        assertThat(Set.copyOf(inbox.events().stream()
                        .map(SentryEvent::getFingerprints)
                        .toList()))
                .hasSize(2);
    }

    @Test
    void a_failure_that_passes_layers_transactions_and_the_host_is_one_event() {
        Backend layered = observe(observe(observed, Duration.ofMinutes(1)), Duration.ofMinutes(1));
        Throwable failure = catchThrowable(() ->
                notes(layered).useTransaction(() -> notes(layered).insert(coded(1, "raise:23514"))));
        Sentry.captureException(failure);
        Sentry.captureException(new IllegalStateException("the host's own", failure));
        assertThat(event().getExceptions()).isNotEmpty();
    }

    @Test
    void a_slow_call_is_a_message_once_a_minute_for_each_operation() {
        BaseRepository<NoteRecord> slow = notes(observe(backend, Duration.ZERO));
        slow.insert(note(1, Marked.VALUE));
        assertThat(slow.findById(1L)).isPresent();
        assertThat(slow.findById(1L)).isPresent();
        assertThat(inbox.events())
                .extracting(each -> each.getMessage().getMessage())
                .containsExactlyInAnyOrder(
                        "slow: BaseRepository.insert insert note on faults",
                        "slow: BaseRepository.findById read note on faults");
        assertThat(inbox.events()).extracting(SentryEvent::getLevel).containsOnly(SentryLevel.WARNING);
    }

    @Test
    void a_call_is_a_span_of_what_the_host_traces() {
        TransactionOptions bound = new TransactionOptions();
        bound.setBindToScope(true);
        ITransaction trace = Sentry.startTransaction("a request", "http", bound);
        notes.insert(note(1, "a"));
        assertThat(catchThrowable(() -> notes.insert(note(1, "a")))).isNotNull();
        trace.finish();
        SentryTransaction sent = inbox.transactions().get(0);
        assertThat(sent.getSpans())
                .extracting(SentrySpan::getOp, SentrySpan::getDescription, SentrySpan::getStatus)
                .containsExactly(
                        tuple("db", "NoteRepository.store insert note on faults", SpanStatus.OK),
                        tuple("db", "NoteRepository.store insert note on faults", SpanStatus.INTERNAL_ERROR));
        assertThat(sent.getSpans()).allSatisfy(span -> {
            assertThat(span.getTimestamp()).isGreaterThan(span.getStartTimestamp());
            assertThat(span.getStartTimestamp()).isGreaterThan(sent.getStartTimestamp());
            assertThat(span.getData()).containsKeys("waiting_ms", "connecting_ms", "executing_ms");
        });
    }

    @Test
    void without_a_trace_no_span_is_sent() {
        notes.insert(note(1, "a"));
        assertThat(inbox.transactions()).isEmpty();
    }

    @Test
    void the_calls_before_a_failure_are_its_breadcrumbs() {
        notes.insert(note(1, "a"));
        assertThat(catchThrowable(() -> notes.insert(note(1, "a")))).isNotNull();
        assertThat(event().getBreadcrumbs())
                .extracting(Breadcrumb::getMessage)
                .containsExactly("NoteRepository.store insert note on faults");
    }

    @Test
    void a_call_that_its_own_caller_cancelled_is_not_sent() throws InterruptedException {
        JdbcBackend single = DATABASE.open(settings -> settings.maxConnections(1));
        BaseRepository<NoteRecord> own = notes(observe(single, Duration.ZERO));
        notes(single).useTransaction(() -> {
            Thread other = new Thread(() -> {
                Thread.currentThread().interrupt();
                assertThat(catchThrowable(() -> own.findById(1L))).isInstanceOf(ConnectionFailureException.class);
            });
            other.start();
            other.join();
        });
        assertThat(inbox.events()).isEmpty();
        assertThat(inbox.text()).doesNotContain("ConnectionFailureException");
    }

    @Test
    void no_value_is_sent_whatever_fails() {
        notes.insert(marked(1, Marked.VALUE));
        for (String code : List.of("raise:23505", "raise:22P02", "raise:40001", "raise:P0001", "raise:XX000")) {
            assertThat(catchThrowable(() -> notes.insert(marked(2, code)))).isNotNull();
            assertThat(catchThrowable(() -> notes.useTransaction(() -> notes.upsert(marked(2, code), NOTE.PRIMARY))))
                    .isNotNull();
        }
        assertThat(catchThrowable(() -> notes.insert(marked(3, Marked.VALUE)))).isNotNull();
        assertThat(catchThrowable(() -> notes.count(Filters.eq(NOTE.CODE, Marked.VALUE + "\u0000"))))
                .isNotNull();
        BaseRepository<NoteRecord> slow = notes(observe(backend, Duration.ZERO));
        assertThat(slow.count(Filters.eq(NOTE.CODE, Marked.VALUE))).isEqualTo(1);
        assertThat(inbox.events()).hasSizeGreaterThan(10);
        assertThat(inbox.text()).contains("NoteRepository").doesNotContain(Marked.VALUE);
    }

    @Test
    void before_sentry_is_initialised_nothing_happens() {
        Sentry.close();
        CallListener listener = SentryObservation.calls(Duration.ZERO);
        notes(ObservedBackend.observe(backend, listener)).insert(note(1, "a"));
        assertThat(inbox.text()).isEmpty();
    }
}
