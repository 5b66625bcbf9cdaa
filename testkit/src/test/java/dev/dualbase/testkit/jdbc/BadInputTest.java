// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Field;
import org.jooq.JSONB;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no column can hold, and names that no table has. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private static StorageException refused(String sqlState, ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(StorageException.class);
        StorageException refusal = (StorageException) failure;
        assertThat(refusal.sqlState()).contains(sqlState);
        return refusal;
    }

    /** Expects a refusal that names table and column, both in accessors and in the message. */
    private static void refusedAt(String column, String sqlState, ThrowingCallable call) {
        StorageException refusal = refused(sqlState, call);
        assertThat(refusal).isInstanceOf(InvalidValueException.class);
        assertThat(refusal.table()).contains("note");
        assertThat(refusal.column()).contains(column);
        assertThat(refusal.getMessage()).contains("note").contains(column);
    }

    private static <T> NoteRecord with(Field<T> column, T value) {
        NoteRecord row = note(1, "a");
        row.set(column, value);
        return row;
    }

    @SuppressWarnings("unchecked") // on purpose: what a host does by way of raw types
    private static NoteRecord withForced(Field<?> column, Object value) {
        NoteRecord row = note(1, "a");
        row.set((Field<Object>) column, value);
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "a\udc00b", "\udc00\ud800"})
    void text_that_postgres_cannot_hold_is_refused_wherever_it_stands(String bad) {
        refusedAt("code", "22021", () -> notes.insert(with(NOTE.CODE, bad)));
        refusedAt("tags", "22021", () -> notes.insert(with(NOTE.TAGS, new String[] {"good", bad})));
        refusedAt("data", "22021", () -> notes.insert(with(NOTE.DATA, JSONB.valueOf("\"" + bad + "\""))));
        refusedAt("code", "22021", () -> notes.count(Filters.eq(NOTE.CODE, bad)));
        refusedAt("code", "22021", () -> notes.count(Filters.in(NOTE.CODE, List.of("good", bad))));
        refusedAt("code", "22021", () -> notes.count(Filters.contains(NOTE.CODE, bad)));
        refusedAt("code", "22021", () -> notes.count(Filters.like(NOTE.CODE, bad)));
        refusedAt("tags", "22021", () -> notes.count(Filters.arrayOverlaps(NOTE.TAGS, List.of(bad))));
        refusedAt("data", "22021", () -> notes.count(Filters.jsonTextEq(NOTE.DATA, bad, "key")));
        refusedAt("data", "22021", () -> notes.count(Filters.jsonTextEq(NOTE.DATA, "text", bad)));
        refusedAt("code", "22021", () -> notes.count(Filters.parse(NOTE, "code", "eq", bad)));
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void a_nul_that_json_escapes_is_refused_and_an_escaped_backslash_before_it_is_not() {
        refusedAt("data", "22P05", () -> notes.insert(with(NOTE.DATA, JSONB.valueOf("\"\\u0000\""))));
        notes.insert(with(NOTE.DATA, JSONB.valueOf("\"\\\\u0000\"")));
        assertThat(DATABASE.stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "", "{\"a\":1,}", "\"\\ud800\"", "nul", "01", "[1 2]"})
    void text_that_is_not_json_names_the_only_json_column_that_was_set(String bad) {
        NoteRecord row = with(NOTE.DATA, JSONB.valueOf(bad));
        NoteRecord change = NOTE.newRecord();
        change.set(NOTE.DATA, JSONB.valueOf(bad));
        refusedAt("data", "22P02", () -> notes.insert(row));
        refusedAt("data", "22P02", () -> notes.upsert(row, NOTE.PRIMARY));
        refusedAt("data", "22P02", () -> notes.bulkUpsert(List.of(row), NOTE.PRIMARY));
        refusedAt("data", "22P02", () -> notes.updateWhere(Filters.everyRow(), change));
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void text_that_is_not_json_names_the_table_where_two_json_columns_were_set() {
        NoteRecord row = with(NOTE.DATA, JSONB.valueOf("{not json"));
        row.set(NOTE.MORE, JSONB.valueOf("{}"));
        StorageException refusal = refused("22P02", () -> notes.insert(row));
        assertThat(refusal.table()).contains("note");
        assertThat(refusal.column()).isEmpty();
    }

    @Test
    void a_failure_that_is_not_about_json_does_not_blame_the_json_column() {
        NoteRecord row = with(NOTE.DATA, JSONB.valueOf("{}"));
        row.set(NOTE.CODE, "raise:22P02");
        assertThat(refused("22P02", () -> notes.insert(row)).column()).isEmpty();
    }

    @Test
    void a_json_filter_that_is_not_json_names_the_table() {
        StorageException refusal =
                refused("22P02", () -> notes.count(Filters.jsonContains(NOTE.DATA, JSONB.valueOf("{not json"))));
        assertThat(refusal.table()).contains("note");
    }

    static Stream<Object> valuesOfOtherTypes() {
        return Stream.of(new Object(), "text", 1, 1.5, LocalDate.MIN, new byte[0], List.of("a"));
    }

    @ParameterizedTest
    @MethodSource("valuesOfOtherTypes")
    void a_value_of_another_type_is_refused_by_name_of_both_types(Object value) {
        for (Field<?> column : List.of(NOTE.ID, NOTE.DATA, NOTE.TAGS, NOTE.SEEN)) {
            StorageException refusal = refused("42804", () -> notes.insert(withForced(column, value)));
            assertThat(refusal.column()).contains(column.getName());
            assertThat(refusal.getMessage())
                    .contains(column.getType().getSimpleName())
                    .contains(value.getClass().getSimpleName());
        }
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // on purpose
    void a_filter_value_of_another_type_is_refused() {
        refusedAt("id", "42804", () -> notes.count(Filters.eq((Field) NOTE.ID, "1 or 1=1")));
        refusedAt("id", "42804", () -> notes.count(Filters.in((Field) NOTE.ID, List.of("1"))));
        refusedAt("tags", "42804", () -> notes.count(Filters.arrayContains((Field) NOTE.TAGS, List.of(1L))));
        refusedAt("id", "42804", () -> notes.findById("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000", "99999999.995", "1E+999999999", "-1E+2147483647", "1E-16384", "1E-999999999"})
    void a_number_out_of_range_is_refused_at_once(String number) {
        long begin = System.nanoTime();
        refusedAt("amount", "22003", () -> notes.insert(with(NOTE.AMOUNT, new BigDecimal(number))));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_number_too_small_for_its_scale_is_stored_as_zero() {
        notes.insert(with(NOTE.AMOUNT, new BigDecimal("1E-16383")));
        assertThat(notes.getById(1L).get(NOTE.AMOUNT)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E+131072", "1E-999999999", "1E-16384"})
    void a_number_beyond_what_numeric_can_hold_is_refused_in_rows_filters_and_text(String number) {
        refusedAt("exact", "22003", () -> notes.insert(with(NOTE.EXACT, new BigDecimal(number))));
        refusedAt("exact", "22003", () -> notes.count(Filters.eq(NOTE.EXACT, new BigDecimal(number))));
        refusedAt("exact", "22003", () -> notes.count(Filters.parse(NOTE, "exact", "eq", number)));
        refusedAt("amount", "22003", () -> notes.count(Filters.parse(NOTE, "amount", "eq", number)));
    }

    @Test
    void the_largest_and_smallest_numbers_are_stored() {
        for (String number : List.of("1E+131071", "1E-16383")) {
            notes.upsert(with(NOTE.EXACT, new BigDecimal(number)), NOTE.PRIMARY);
            assertThat(notes.getById(1L).get(NOTE.EXACT)).isEqualByComparingTo(number);
        }
    }

    @Test
    void dates_out_of_range_are_refused() {
        refusedAt("born", "22008", () -> notes.insert(with(NOTE.BORN, LocalDate.of(5_874_898, 1, 1))));
        refusedAt("born", "22008", () -> notes.insert(with(NOTE.BORN, LocalDate.of(-4713, 1, 1))));
        refusedAt("at", "22008", () -> notes.insert(with(NOTE.AT, LocalDateTime.of(294_277, 1, 1, 0, 0))));
        OffsetDateTime late = OffsetDateTime.of(300_000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        refusedAt("seen", "22008", () -> notes.insert(with(NOTE.SEEN, late)));
        refusedAt("born", "22008", () -> notes.count(Filters.lt(NOTE.BORN, LocalDate.of(6_000_000, 1, 1))));
    }

    @Test
    void text_over_the_length_is_refused_and_counted_in_characters() {
        refusedAt("name", "22001", () -> notes.insert(note(1, "x".repeat(21))));
        notes.insert(note(1, "\ud83d\ude00".repeat(20)));
        assertThat(notes.getById(1L).get(NOTE.NAME)).hasSize(40);
    }

    @Test
    void a_column_of_another_table_is_refused_in_rows_and_filters() {
        NoteRecord foreign = NoteTable.BARE.newRecord();
        foreign.set(NoteTable.BARE.ID, 1L);
        BaseRepository<NoteRecord> bare = new BaseRepository<>(backend, NoteTable.BARE);
        refused("42703", () -> bare.insert(note(1, "a")));
        refused("42703", () -> notes.count(Filters.eq(NoteTable.BARE.CODE, "x")));
        refused("42703", () -> notes.count(Filters.not(Filters.or(Filters.isNull(NoteTable.BARE.CODE)))));
    }

    @Test
    void bad_rows_of_a_bulk_are_isolated_each_with_its_column() {
        List<NoteRecord> rows =
                IntStream.range(0, 100).mapToObj(i -> note(i, "good")).toList();
        rows.get(10).set(NOTE.CODE, "\u0000");
        rows.get(20).set(NOTE.DATA, JSONB.valueOf("{not json"));
        rows.get(30).set(NOTE.NAME, "x".repeat(21));
        rows.get(40).set(NOTE.AMOUNT, new BigDecimal("1E+999999999"));
        rows.get(50).set(NOTE.AMOUNT, BigDecimal.TEN.negate());
        rows.get(60).set(NOTE.BORN, LocalDate.of(6_000_000, 1, 1));
        rows.get(70).set(NOTE.NAME, null);
        rows.get(80).set(NOTE.TAGS, new String[] {"\ud800"});
        BulkResult result = notes.bulkUpsert(rows, NOTE.PRIMARY, BulkOptions.isolateBadRows());
        assertThat(result.inserted()).isEqualTo(92);
        assertThat(DATABASE.stored()).isEqualTo(92);
        assertThat(result.badRows()).extracting(BadRow::index).containsExactly(10, 20, 30, 40, 50, 60, 70, 80);
        assertThat(result.badRows())
                .extracting(bad -> bad.sqlState().orElseThrow())
                .containsExactly("22021", "22P02", "22001", "22003", "23514", "22008", "23502", "22021");
        assertThat(result.badRows())
                .extracting(
                        bad -> bad.failure().column().orElse(bad.constraint().orElse("?")))
                .containsExactly("code", "data", "name", "amount", "note_amount_check", "born", "name", "tags");
    }

    @Test
    void the_same_bulk_stores_nothing_where_it_is_atomic() {
        List<NoteRecord> rows =
                IntStream.range(0, 100).mapToObj(i -> note(i, "good")).toList();
        rows.get(99).set(NOTE.DATA, JSONB.valueOf("{not json"));
        refusedAt("data", "22P02", () -> notes.bulkUpsert(rows, NOTE.PRIMARY));
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void a_gigabyte_of_text_is_refused_and_the_connection_works_on() {
        String huge = "x".repeat(0x3fff_ffff + 1);
        long begin = System.nanoTime();
        refusedAt("code", "54000", () -> notes.insert(with(NOTE.CODE, huge)));
        refusedAt("code", "54000", () -> notes.count(Filters.eq(NOTE.CODE, huge)));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(notes.count(Filters.everyRow())).isZero();
    }
}
