// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.BARE;
import static dev.dualbase.testkit.jdbc.NoteTable.MISSING;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server reports, as exceptions of ours. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerErrorsTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final JdbcBackend backend = DATABASE.open(settings -> settings.maxConnections(1));
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private static StorageException failure(Class<? extends StorageException> type, ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(type);
        return (StorageException) failure;
    }

    private static StorageException failure(
            Class<? extends StorageException> type, String sqlState, ThrowingCallable call) {
        StorageException failure = failure(type, call);
        assertThat(failure.sqlState()).contains(sqlState);
        return failure;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0A000", "21000", "22001", "22003", "22007", "22012", "22023", "22P02", "22P05", "23001", "23502",
                "23503", "23505", "23514", "23P01", "40001", "40P01", "42501", "42601", "42703", "42804", "42883",
                "428C9", "42P01", "42P10", "44000", "45000", "53100", "53200", "53400", "54000", "54001", "55000",
                "55P03", "57014", "58030", "DB000", "DB001", "P0001", "P0002", "P0003", "PT418", "PGRST", "XX000"
            })
    void a_code_raised_by_a_trigger_becomes_what_it_becomes_everywhere(String sqlState) {
        long session = session();
        StorageException expected = SqlStates.toException(ErrorInfo.ofSqlState(sqlState), null);
        StorageException actual =
                failure(expected.getClass(), sqlState, () -> notes.insert(coded(1, "raise:" + sqlState)));
        assertThat(actual.table()).contains("note");
        assertThat(actual.sensitiveDetail().orElseThrow()).contains("raised for a name");
        assertThat(session()).as("the connection is still used").isEqualTo(session);
        assertThat(DATABASE.stored()).isZero();
    }

    private long session() {
        assertThat(notes.count(Filters.noRow())).isZero();
        return DATABASE.value(
                Long.class,
                "select pid from pg_stat_activity where application_name = 'dualbase-faults'"
                        + " and datname = current_database()");
    }

    /** Lets the server evaluate a condition, once. */
    private long evaluate(String condition) {
        notes.upsert(note(1, "a"), NOTE.PRIMARY);
        return notes.count(Filters.sql(DSL.condition(condition)));
    }

    @Test
    void a_duplicate_key_names_the_constraint() {
        notes.insert(coded(1, "taken"));
        StorageException failure = failure(DuplicateKeyException.class, "23505", () -> notes.insert(coded(2, "taken")));
        assertThat(failure.table()).contains("note");
        assertThat(failure.constraint()).contains("note_code_key");
    }

    @Test
    void a_missing_value_names_the_column() {
        NoteRecord row = NOTE.newRecord();
        row.set(NOTE.ID, 1L);
        StorageException failure = failure(NotNullException.class, "23502", () -> notes.insert(row));
        assertThat(failure.table()).contains("note");
        assertThat(failure.column()).contains("name");
    }

    @Test
    void a_violated_check_names_the_constraint() {
        NoteRecord row = note(1, "a");
        row.set(NOTE.AMOUNT, BigDecimal.valueOf(-1));
        StorageException failure = failure(CheckViolationException.class, "23514", () -> notes.insert(row));
        assertThat(failure.table()).contains("note");
        assertThat(failure.constraint()).contains("note_amount_check");
    }

    @Test
    void a_violated_exclusion_names_the_constraint() {
        DATABASE.execute("insert into slot values (1, '[1,5)')");
        StorageException failure =
                failure(CheckViolationException.class, "23P01", () -> evaluate("put_slot() is not null"));
        assertThat(failure.constraint()).contains("slot_during_excl");
        assertThat(failure.table()).contains("slot");
    }

    @Test
    void an_unknown_table_is_a_mismatch_of_the_schema() {
        BaseRepository<NoteRecord> missing = new BaseRepository<>(backend, MISSING);
        StorageException failure =
                failure(SchemaMismatchException.class, "42P01", () -> missing.findMany(Filters.everyRow()));
        assertThat(failure.table()).contains("missing_note");
    }

    @Test
    void an_unknown_column_is_a_mismatch_of_the_schema() {
        BaseRepository<NoteRecord> bare = new BaseRepository<>(backend, BARE);
        StorageException failure =
                failure(SchemaMismatchException.class, "42703", () -> bare.findMany(Filters.everyRow()));
        assertThat(failure.table()).contains("bare_note");
    }

    @Test
    void a_conflict_key_without_an_index_is_a_mismatch_of_the_schema() {
        UniqueKey<NoteRecord> byName = Internal.createUniqueKey(NOTE, DSL.name("note_name_key"), NOTE.NAME);
        StorageException failure =
                failure(SchemaMismatchException.class, "42P10", () -> notes.upsert(note(1, "a"), byName));
        assertThat(failure.table()).contains("note");
    }

    @Test
    void a_value_for_a_generated_column_is_refused() {
        StorageException failure =
                failure(SchemaMismatchException.class, "428C9", () -> evaluate("put_generated() is not null"));
        assertThat(failure.table()).contains("note");
    }

    @Test
    void a_role_without_a_grant_is_denied() {
        DATABASE.execute("do $$ begin create role no_grants; exception when duplicate_object then null; end $$");
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            assertThat(evaluate("set_config('role', 'no_grants', true) is not null"))
                    .isEqualTo(1);
            assertThat(notes.findMany(Filters.everyRow())).isEmpty();
        }));
        assertThat(failure).isInstanceOfSatisfying(AccessDeniedException.class, e -> {
            assertThat(e.sqlState()).contains("42501");
            assertThat(e.table()).contains("note");
        });
    }

    @Test
    void a_stack_that_is_too_deep_is_a_value_beyond_a_limit() {
        StorageException failure =
                failure(InvalidValueException.class, "54001", () -> evaluate("bottomless(1) is not null"));
        assertThat(failure.table()).contains("note");
    }

    @Test
    void a_number_that_a_function_overflows_is_a_value_error() {
        assertThat(failure(
                                InvalidValueException.class,
                                "22003",
                                () -> notes.count(Filters.sql(
                                        DSL.condition("9223372036854775807 + length(current_user) is null"))))
                        .table())
                .contains("note");
    }

    @Test
    void a_statement_that_the_server_cannot_do_leaves_the_transaction_on_its_connection() {
        long session = session();
        Throwable failure = catchThrowable(() -> notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            failure(
                    UnsupportedCapabilityException.class,
                    "0A000",
                    () -> notes.useTransaction(() -> notes.insert(coded(2, "raise:0A000"))));
            notes.insert(note(3, "c"));
        }));
        assertThat(failure).isNull();
        assertThat(DATABASE.stored()).isEqualTo(2);
        assertThat(session()).isEqualTo(session);
    }
}
