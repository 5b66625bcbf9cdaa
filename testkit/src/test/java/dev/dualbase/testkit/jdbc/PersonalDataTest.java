// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marked value in rows, keys, JSON, arrays and filters is in no message and no line of a log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonalDataTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final String MARKED = Marked.VALUE;
    private static final Filter SLEEPING =
            Filters.sql(DSL.condition("pg_sleep(60) is not null or {0} = 'x'", DSL.val(MARKED)));

    private final JdbcBackend backend = DATABASE.open();
    private final Backend observed = ObservedBackend.observe(backend, CallListener.logging(Duration.ZERO));
    private final BaseRepository<NoteRecord> notes = notes(observed);
    private PersonalDataGuard guard;

    @BeforeEach
    void listen() {
        guard = PersonalDataGuard.open();
    }

    @AfterEach
    void stopListening() {
        guard.close();
    }

    private static NoteRecord marked(long id) {
        NoteRecord row = note(id, MARKED);
        row.set(NOTE.TAGS, new String[] {MARKED});
        row.set(NOTE.DATA, JSONB.valueOf("{\"" + MARKED + "\": \"" + MARKED + "\"}"));
        return row;
    }

    private static NoteRecord coded(long id, String code) {
        NoteRecord row = marked(id);
        row.set(NOTE.CODE, code);
        return row;
    }

    private StorageException assertSilent(ThrowingCallable call) {
        return assertSilent(catchThrowable(call));
    }

    private StorageException assertSilent(Throwable failure) {
        assertThat(failure).isInstanceOf(StorageException.class);
        Marked.assertNotIn(failure, MARKED);
        assertThat(guard.output()).doesNotContain(MARKED);
        return (StorageException) failure;
    }

    private void assertSilentButDetailed(ThrowingCallable call) {
        assertThat(assertSilent(call).sensitiveDetail().orElseThrow()).contains(MARKED);
    }

    @Test
    void the_log_is_heard_from_the_pool_to_the_listener() {
        JdbcBackend fresh = DATABASE.open();
        notes(ObservedBackend.observe(fresh, CallListener.logging(Duration.ZERO)))
                .insert(marked(1));
        fresh.close();
        assertThat(guard.output())
                .contains("HikariPool", "dev.dualbase.calls", "BaseRepository.insert insert note on faults: 1 rows in")
                .doesNotContain(MARKED);
    }

    @Test
    void a_duplicate_key_quotes_it_in_the_sensitive_detail_alone() {
        notes.insert(coded(1, MARKED));
        assertSilentButDetailed(() -> notes.insert(coded(2, MARKED)));
        assertSilentButDetailed(() -> notes.upsert(coded(3, MARKED), NOTE.PRIMARY));
        assertSilentButDetailed(() -> notes.bulkUpsert(List.of(coded(4, MARKED)), NOTE.PRIMARY));
    }

    @Test
    void a_missing_value_and_a_violated_check_quote_the_row_in_the_sensitive_detail_alone() {
        NoteRecord nameless = marked(1);
        nameless.set(NOTE.NAME, null);
        assertSilentButDetailed(() -> notes.insert(nameless));
        NoteRecord negative = marked(1);
        negative.set(NOTE.AMOUNT, BigDecimal.TEN.negate());
        assertSilentButDetailed(() -> notes.insert(negative));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "40001", "57014", "P0001", "DB001", "0A000", "42703", "53300", "XX000"})
    void what_a_trigger_says_stays_in_the_sensitive_detail(String sqlState) {
        assertSilentButDetailed(() -> notes.insert(coded(1, "raise:" + sqlState)));
        assertSilentButDetailed(() -> notes.useTransaction(() -> notes.insert(coded(1, "raise:" + sqlState))));
    }

    @Test
    void what_a_trigger_says_stays_out_of_the_report_of_a_swallowed_failure() {
        assertSilent(() ->
                notes.useTransaction(() -> assertThat(catchThrowable(() -> notes.insert(coded(1, "raise:23514"))))
                        .isNotNull()));
    }

    @Test
    void values_refused_before_they_are_sent_are_not_quoted() {
        NoteRecord long1 = note(1, MARKED.repeat(3));
        assertSilent(() -> notes.insert(long1));
        NoteRecord nul = note(1, "a");
        nul.set(NOTE.CODE, MARKED + "\u0000");
        assertSilent(() -> notes.insert(nul));
        NoteRecord array = note(1, "a");
        array.set(NOTE.TAGS, new String[] {MARKED + "\ud800"});
        assertSilent(() -> notes.insert(array));
        assertSilent(() -> notes.count(Filters.eq(NOTE.CODE, MARKED + "\u0000")));
        assertSilent(() -> notes.count(Filters.parse(NOTE, "id", "eq", MARKED)));
        assertSilent(() -> notes.count(Filters.parse(NOTE, "born", "eq", MARKED)));
        assertSilent(() -> notes.count(Filters.parse(NOTE, "id", MARKED, "1")));
        assertSilent(() -> Cursor.decode(MARKED));
        assertSilent(() -> Sort.parse(NOTE, "id", MARKED));
    }

    @Test
    void text_that_is_not_json_is_not_quoted() {
        NoteRecord row = note(1, "a");
        row.set(NOTE.DATA, JSONB.valueOf("{\"" + MARKED));
        assertSilentButDetailed(() -> notes.insert(row));
        assertSilentButDetailed(() -> notes.count(Filters.jsonContains(NOTE.DATA, JSONB.valueOf("[\"" + MARKED))));
    }

    @Test
    void a_bad_literal_in_a_condition_of_ones_own_is_not_quoted() {
        notes.insert(note(1, "a"));
        Filter literal = Filters.sql(DSL.condition("cast({0} as bigint) = id", DSL.val(MARKED)));
        assertSilentButDetailed(() -> notes.findMany(literal));
        assertSilentButDetailed(() -> notes.count(literal));
        assertSilentButDetailed(() -> notes.deleteWhere(literal));
        assertSilentButDetailed(() -> notes.withStream(literal, Order.byPrimaryKey(), rows -> rows.count()));
    }

    @Test
    void isolated_bad_rows_quote_nothing() {
        List<BadRow> bad = notes.bulkUpsert(
                        List.of(coded(1, "raise:23514"), coded(2, MARKED), coded(3, MARKED)),
                        NOTE.PRIMARY,
                        BulkOptions.isolateBadRows())
                .badRows();
        assertThat(bad).hasSize(2).allSatisfy(row -> {
            Marked.assertNotIn(row.failure(), MARKED);
            assertThat(row.toString()).doesNotContain(MARKED);
        });
        assertThat(guard.output()).doesNotContain(MARKED);
    }

    @Test
    void a_session_that_is_ended_takes_no_value_into_a_log() {
        notes.insert(marked(1));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> notes.findMany(SLEEPING),
                () -> notes.insert(coded(2, "sleep")),
                () -> notes.useTransaction(() -> notes.insert(coded(2, "sleep"))),
                () -> notes.useTransaction(() -> notes.insert(coded(2, "sleep at commit"))))) {
            CompletableFuture<Throwable> failure = Await.failureOf(call);
            DATABASE.awaitSleeper();
            DATABASE.terminateSessions();
            assertSilent(Await.get(failure));
        }
    }

    @Test
    void an_expired_statement_takes_no_value_into_a_log() {
        BaseRepository<NoteRecord> hurried = notes(ObservedBackend.observe(
                DATABASE.open(settings -> settings.statementTimeout(Duration.ofMillis(50))),
                CallListener.logging(Duration.ZERO)));
        hurried.insert(marked(1));
        assertSilent(() -> hurried.findMany(SLEEPING));
        assertSilent(() -> hurried.insert(coded(2, "sleep")));
    }

    @Test
    void text_forms_of_operations_and_answers_show_names_and_counts() {
        Filter filter = Filters.eq(NOTE.CODE, MARKED)
                .and(Filters.in(NOTE.NAME, List.of(MARKED)))
                .or(Filters.contains(NOTE.NAME, MARKED))
                .and(Filters.jsonTextEq(NOTE.DATA, MARKED, MARKED));
        Origin origin = new Origin("NoteRepository", "find");
        assertThat(List.of(
                        filter,
                        Read.of(NOTE, filter, origin),
                        new Write.Delete<>(NOTE, filter, origin),
                        new Write.Update<>(NOTE, filter, marked(1), true, origin),
                        new Write.Insert<>(NOTE, List.of(marked(1)), Optional.empty(), origin),
                        notes.findSlice(Filters.everyRow(), Order.byPrimaryKey(), Limit.of(5)),
                        Cursor.after(Order.by(Sort.asc(NOTE.NAME)), marked(1)),
                        backend))
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain(MARKED));
    }
}
