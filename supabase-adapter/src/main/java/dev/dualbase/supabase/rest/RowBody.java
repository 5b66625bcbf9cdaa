// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Rows as JSON. Each value is what PostgreSQL reads as it reads a literal: a string in its text form, or a number or a
 * boolean, whose JSON is that text; only documents stand as they are, because a string would be stored as a string.
 */
final class RowBody {

    private final Table<?> table;
    private final List<SentColumn<?>> columns = new ArrayList<>();
    private final BiPredicate<Record, Field<?>> isSent;

    private RowBody(Table<?> table, List<Field<?>> columns, BiPredicate<Record, Field<?>> isSent) {
        this.table = table;
        this.isSent = isSent;
        columns.forEach(column -> this.columns.add(new SentColumn<>(table, column)));
    }

    /** For rows that all set these columns. */
    static RowBody ofAll(Table<?> table, List<Field<?>> columns) {
        return new RowBody(table, columns, (row, column) -> true);
    }

    /** For rows that each set some of these columns. */
    static RowBody ofSome(Table<?> table, List<Field<?>> columns) {
        return new RowBody(table, columns, (row, column) -> row.field(column) != null && row.changed(column));
    }

    /**
     * One row that is sent alone, as a JSON object.
     *
     * @throws InvalidValueException naming the column, for a document that is no JSON; SQLSTATE 54000, if the row is larger
     *     than allowed
     * @throws UnsupportedCapabilityException naming the column, for a document that is null: it would be stored as NULL
     */
    byte[] only(Record row, int max) {
        BodyBytes bytes = new BodyBytes();
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            write(row, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        requireRoom(bytes.size(), max);
        return bytes.toByteArray();
    }

    private void write(Record row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (SentColumn<?> column : columns) {
            if (isSent.test(row, column.field())) {
                column.write(row, json);
            }
        }
        json.writeEndObject();
    }

    /** With the brackets of an array around it. */
    private void requireRoom(int bytes, int max) {
        if (bytes + 2 > max) {
            String what = "a row takes " + bytes + " bytes as JSON, more than maxBodyBytes, " + max;
            throw new InvalidValueException(what, "54000", table.getName(), null);
        }
    }

    /**
     * Rows in as few bodies as a bound on their size allows.
     *
     * @param refused is told of rows that cannot be sent, and may throw
     */
    <T> List<Part<T>> parts(
            List<T> rows, Function<T, Record> record, int max, BiConsumer<T, InvalidValueException> refused) {
        try {
            Parts<T> parts = new Parts<>();
            for (T row : rows) {
                parts.add(row, record.apply(row), max, refused);
            }
            return parts.ended();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** For rows of which all or none are sent. */
    static <T> BiConsumer<T, InvalidValueException> refusingAll() {
        return (row, bad) -> {
            throw bad;
        };
    }

    /** Fills one part after the other. */
    private final class Parts<T> {

        private final List<Part<T>> full = new ArrayList<>();
        private Part<T> part;

        private Parts() throws IOException {
            part = new Part<>();
        }

        void add(T row, Record record, int max, BiConsumer<T, InvalidValueException> refused) throws IOException {
            int before = part.bytes.size();
            try {
                int start = part.begin();
                write(record, part.json);
                part.json.flush();
                requireRoom(part.bytes.size() - start, max);
                if (part.bytes.size() + 1 > max) {
                    Part<T> next = part.split(before, start);
                    full.add(part.ended());
                    part = next;
                }
                part.rows.add(row);
            } catch (InvalidValueException bad) {
                part.undo(before);
                refused.accept(row, bad);
            }
        }

        List<Part<T>> ended() throws IOException {
            if (!part.rows.isEmpty()) {
                full.add(part.ended());
            }
            return full;
        }
    }

    /** Rows that go into one request. */
    static final class Part<T> {

        private final List<T> rows = new ArrayList<>();
        private final BodyBytes bytes = new BodyBytes();
        private JsonGenerator json;

        private Part() throws IOException {
            json = Json.FACTORY.createGenerator(bytes);
        }

        /** The place where the next row begins. */
        @CanIgnoreReturnValue
        private int begin() {
            bytes.write(bytes.size() == 0 ? '[' : ',');
            return bytes.size();
        }

        /** Takes a row back that was not written to its end. */
        private void undo(int size) throws IOException {
            json = Json.FACTORY.createGenerator(bytes);
            bytes.cut(size);
        }

        /** Gives the row that begins here to another part. */
        private Part<T> split(int size, int start) throws IOException {
            Part<T> next = new Part<>();
            next.begin();
            next.bytes.append(bytes, start);
            bytes.cut(size);
            return next;
        }

        private Part<T> ended() throws IOException {
            json.close();
            bytes.write(']');
            return this;
        }

        List<T> rows() {
            return rows;
        }

        byte[] body() {
            return bytes.toByteArray();
        }
    }
}
