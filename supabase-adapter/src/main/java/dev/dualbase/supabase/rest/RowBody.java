// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import dev.dualbase.core.type.ColumnName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Rows as JSON. Each value is a string in PostgreSQL's text form, which the column's type reads as it reads a literal; only
 * documents stand as they are, because a string would be stored as a string.
 */
final class RowBody {

    private static final int ENOUGH = 512;

    private final String table;
    private final Map<Field<?>, Cell<?>> cells = new LinkedHashMap<>();

    /** For rows that set some of these columns. */
    RowBody(String table, Iterable<? extends Field<?>> columns) {
        this.table = table;
        columns.forEach(column -> cells.put(column, new Cell<>(column)));
    }

    /**
     * One row.
     *
     * @throws InvalidValueException naming the column, for a document that is no JSON
     * @throws UnsupportedCapabilityException naming the column, for a document that is null: it would be stored as NULL
     */
    byte[] object(Record row, List<Field<?>> columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ENOUGH);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (Field<?> column : columns) {
                json.writeFieldName(column.getName());
                Objects.requireNonNull(cells.get(column), "the columns of the rows are given first")
                        .write(row, json);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Rows in as few bodies as a bound on their size allows.
     *
     * @param columns the columns that a row sets
     * @param refused is told of rows that cannot be sent, and may throw
     */
    <T> List<Part<T>> parts(
            List<T> rows,
            Function<T, Record> record,
            Function<Record, List<Field<?>>> columns,
            int max,
            BiConsumer<T, InvalidValueException> refused) {
        List<Part<T>> parts = new ArrayList<>();
        Part<T> part = new Part<>();
        for (T row : rows) {
            try {
                byte[] object = only(record.apply(row), columns.apply(record.apply(row)), max);
                if (part.size() + object.length + 2 > max) {
                    parts.add(part);
                    part = new Part<>();
                }
                part.add(row, object);
            } catch (InvalidValueException bad) {
                refused.accept(row, bad);
            }
        }
        if (!part.rows().isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /**
     * One row that is sent alone.
     *
     * @throws InvalidValueException SQLSTATE 54000, if it is larger than allowed
     */
    byte[] only(Record row, List<Field<?>> columns, int max) {
        byte[] object = object(row, columns);
        if (object.length + 2 > max) {
            String what = "a row takes " + object.length + " bytes as JSON, more than maxBodyBytes, " + max;
            throw new InvalidValueException(what, "54000", table, null);
        }
        return object;
    }

    /** For rows of which all or none are sent. */
    static <T> BiConsumer<T, InvalidValueException> refusingAll() {
        return (row, bad) -> {
            throw bad;
        };
    }

    /** Rows that go into one request. */
    static final class Part<T> {

        private final List<T> rows = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(ENOUGH);

        private void add(T row, byte[] object) {
            rows.add(row);
            bytes.write(bytes.size() == 0 ? '[' : ',');
            bytes.writeBytes(object);
        }

        private int size() {
            return bytes.size();
        }

        List<T> rows() {
            return rows;
        }

        byte[] body() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.size() + 1);
            whole.writeBytes(bytes.toByteArray());
            whole.write(']');
            return whole.toByteArray();
        }
    }

    /** A column with its codec. */
    private static final class Cell<T> {

        private final Field<T> column;
        private final TextCodec<T> codec;
        private final boolean document;

        Cell(Field<T> column) {
            this.column = column;
            this.codec = TextFormat.of(column);
            this.document = StoredType.isDocument(column);
        }

        void write(Record row, JsonGenerator json) throws IOException {
            T value = row.get(column);
            if (value == null) {
                json.writeNull();
            } else if (document) {
                writeDocument(codec.write(value), json);
            } else {
                json.writeString(codec.write(value));
            }
        }

        private void writeDocument(String text, JsonGenerator json) throws IOException {
            Json.require(column, text);
            if (Json.isNull(text)) {
                throw new UnsupportedCapabilityException(ColumnName.of(column)
                        + " is to hold the document null, which REST stores as NULL (" + Capability.JSON_NULLS
                        + "); install the functions of this module");
            }
            json.writeRawValue(text);
        }
    }
}
