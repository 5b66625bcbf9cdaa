// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 11: names, directions and cursors that come from outside. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadNamesTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final String INJECTION = "id\"; drop table note; --";

    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private static StorageException refused(String sqlState, ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(StorageException.class);
        StorageException refusal = (StorageException) failure;
        assertThat(refusal.sqlState()).contains(sqlState);
        return refusal;
    }

    private static <T> NoteRecord with(Field<T> column, T value) {
        NoteRecord row = note(1, "a");
        row.set(column, value);
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {INJECTION, "", "ID", "no_such", "note.id", "id ", "id\u0000", "(select 1)", "*"})
    void a_name_that_is_no_column_is_refused_wherever_names_come_from_outside(String name) {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> Filters.parse(NOTE, name, "eq", "1"),
                () -> Sort.parse(NOTE, name, "asc"),
                () -> notes.findMany(Filters.eq(DSL.field(DSL.name(name), String.class), "x")),
                () -> notes.findMany(Filters.everyRow(), Order.by(Sort.asc(DSL.field(DSL.name(name))))))) {
            StorageException refusal = refused("42703", call);
            assertThat(refusal).isInstanceOf(SchemaMismatchException.class);
            assertThat(refusal.table()).contains("note");
            assertThat(refusal.getMessage()).doesNotContain("\u0000").doesNotContain("drop table");
        }
        assertThat(DATABASE.stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc; drop table note", "", "ASC", "descending"})
    void a_direction_that_is_none_is_refused(String direction) {
        refused("22023", () -> Sort.parse(NOTE, "id", direction));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "AQAAAQ", "AQAAAQEAAg", "not a cursor", "AQD__w", "\ud800"})
    void a_text_that_is_no_cursor_is_refused(String token) {
        refused("22023", () -> Cursor.decode(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1e-999999999", "0x10", "NaN", "", "1; drop table note"})
    void a_cursor_from_outside_with_a_text_that_is_no_number_of_the_column_is_refused(String text) {
        Order order = Order.by(Sort.asc(NOTE.EXACT), Sort.asc(NOTE.ID));
        Cursor forged = forged(Cursor.after(order, with(NOTE.EXACT, new BigDecimal("12345"))), "12345", text);
        Throwable failure = catchThrowable(() -> notes.findPageAt(Filters.everyRow(), order, 10, forged));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.column()).contains("exact"));
    }

    /** The cursor with another text in place of one of its values, as somebody outside can write it. */
    private static Cursor forged(Cursor cursor, String value, String text) {
        byte[] token = Base64.getUrlDecoder().decode(cursor.encode());
        String bytes = new String(token, StandardCharsets.ISO_8859_1);
        String changed = bytes.replace(lengthAnd(value), lengthAnd(text));
        assertThat(changed).isNotEqualTo(bytes);
        return Cursor.decode(Base64.getUrlEncoder().encodeToString(changed.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String lengthAnd(String text) {
        return "\0" + (char) text.length() + text;
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        Cursor cursor = Cursor.after(Order.by(Sort.asc(NOTE.NAME)), note(1, "a"));
        refused("22023", () -> notes.findPageAt(Filters.everyRow(), Order.by(Sort.asc(NOTE.CODE)), 10, cursor));
        Cursor text = Cursor.after(Order.by(Sort.asc(NOTE.NAME), Sort.asc(NOTE.CODE)), note(1, "a"));
        Throwable wrong =
                catchThrowable(() -> notes.findPageAt(Filters.everyRow(), Order.by(Sort.asc(NOTE.BORN)), 10, text));
        assertThat(wrong).isInstanceOf(InvalidValueException.class);
    }
}
