// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an answer, and how its rows become records. Each column gets an alias ({@code c0}, {@code c1}, ...),
 * because the same one twice would be the same key twice. Documents and arrays are asked for as text: JSON cannot tell NULL
 * from a document that is null, and the text of a document would be lost.
 */
final class SelectList<R extends Record> {

    /** Zero for a row that was just inserted. */
    private static final String MARKER = "xmax";

    private final Table<R> table;
    private final List<Cell<?>> cells;
    private final boolean marked;

    private SelectList(Table<R> table, List<Field<?>> columns, boolean marked) {
        this.table = table;
        this.cells = columns.stream().<Cell<?>>map(Cell::of).toList();
        this.marked = marked;
    }

    /** These columns. */
    static <R extends Record> SelectList<R> of(Table<R> table, List<Field<?>> columns) {
        return new SelectList<>(table, columns.isEmpty() ? List.of(table.fields()) : columns, false);
    }

    /** All columns, or none, and whether the row is new. */
    static <R extends Record> SelectList<R> marked(Table<R> table, boolean wanted) {
        return new SelectList<>(table, wanted ? List.of(table.fields()) : List.of(), true);
    }

    /** The value of the parameter {@code select}. */
    String parameter() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            columns.add("c" + i + ":" + cells.get(i).selected());
        }
        if (marked) {
            columns.add(MARKER + ":" + MARKER);
        }
        return String.join(",", columns);
    }

    /**
     * The rows of an answer.
     *
     * @throws dev.dualbase.core.error.StorageException if it is not what was asked for
     */
    Rows<R> parse(Answer answer) {
        try (JsonParser parser = Json.FACTORY.createParser(answer.body())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unexpected();
            }
            return parse(parser);
        } catch (IOException malformed) {
            throw RestErrors.notPostgrest(answer);
        }
    }

    /** The rows of an array that the parser has entered, to its end. */
    private Rows<R> parse(JsonParser parser) throws IOException {
        List<R> rows = new ArrayList<>();
        long fresh = 0;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            R row = table.newRecord();
            fresh += fill(row, parser) ? 1 : 0;
            rows.add(row);
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw unexpected();
        }
        return new Rows<>(rows, fresh);
    }

    private boolean fill(R row, JsonParser parser) throws IOException {
        boolean fresh = false;
        int filled = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String alias = parser.currentName();
            boolean present = parser.nextToken() != JsonToken.VALUE_NULL;
            String text = present ? parser.getText() : null;
            if (alias.equals(MARKER)) {
                fresh = "0".equals(text);
            } else if (filled < cells.size() && alias.equals("c" + filled)) {
                cells.get(filled).set(row, text);
            } else {
                throw unexpected();
            }
            filled++;
        }
        if (filled != cells.size() + (marked ? 1 : 0)) {
            throw unexpected();
        }
        row.changed(false);
        return fresh;
    }

    private static IOException unexpected() {
        return new IOException("no rows as they were asked for");
    }

    /**
     * Rows of an answer.
     *
     * @param rows the records, with no column counted as changed
     * @param fresh how many of them are new, where that was asked for
     */
    record Rows<R>(List<R> rows, long fresh) {}

    /** A column with its codec. */
    private static final class Cell<T> {

        private final Field<T> column;
        private final TextCodec<T> codec;
        private final boolean asText;

        private Cell(Field<T> column) {
            this.column = column;
            this.codec = TextFormat.of(column);
            this.asText = StoredType.isDocument(column) || StoredType.isArray(column);
        }

        static <T> Cell<T> of(Field<T> column) {
            return new Cell<>(column);
        }

        String selected() {
            return asText ? Quoted.column(column) + "::text" : Quoted.column(column);
        }

        void set(Record row, @Nullable String text) {
            row.set(column, text == null ? null : codec.read(text));
        }
    }
}
