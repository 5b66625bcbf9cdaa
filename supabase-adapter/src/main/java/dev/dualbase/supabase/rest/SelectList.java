// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.internal.record.RecordFactory;
import dev.dualbase.core.internal.record.ValueSource;
import dev.dualbase.core.type.TableColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an answer, and how its rows become records. An answer of many rows is shorter if columns have short aliases
 * ({@code c0}, {@code c1}, ...); but PostgREST takes as long to read the aliases of 40 columns as to read a row, so answers
 * of few rows have none.
 */
final class SelectList<R extends Record> {

    /** Zero for a row that was just inserted. */
    private static final String MARKER = "xmax";

    /** Up to so many rows the names of columns are the faster ones, as was measured. */
    private static final int FEW = 200;

    private final Table<R> table;
    private final SelectedColumn[] columns;
    private final String[] keys;
    private final String parameter;
    private final boolean marked;

    /**
     * These columns, each once.
     *
     * @param aliased whether they have short aliases
     */
    SelectList(Table<R> table, List<Field<?>> columns, boolean aliased) {
        this.table = table;
        this.columns = columns.stream()
                .map(column -> TableColumns.require(table, column))
                .distinct()
                .map(column -> SelectedColumn.of(table, column))
                .toArray(SelectedColumn[]::new);
        this.keys = new String[this.columns.length];
        List<String> selected = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            SelectedColumn column = this.columns[i];
            keys[i] = aliased ? "c" + i : column.name();
            selected.add(aliased ? keys[i] + ":" + column.selected() : column.selected());
        }
        this.parameter = QueryString.encode(String.join(",", selected));
        this.marked = false;
    }

    private SelectList(SelectList<R> list, String parameter) {
        this.table = list.table;
        this.columns = list.columns;
        this.keys = list.keys;
        this.parameter = parameter;
        this.marked = true;
    }

    /** Whether the columns of so many rows are better sent with short aliases. */
    static boolean areMany(int rows) {
        return rows > FEW;
    }

    /** The same, and whether rows are new. */
    SelectList<R> marked() {
        return new SelectList<>(this, parameter.isEmpty() ? MARKER : parameter + QueryString.encode("," + MARKER));
    }

    /** No columns, only whether rows are new. */
    static <R extends Record> SelectList<R> onlyMarked(Table<R> table) {
        return new SelectList<>(table, List.of(), false).marked();
    }

    Table<R> table() {
        return table;
    }

    /** A query with the parameter {@code select}. */
    QueryString query() {
        return new QueryString().addEncoded("select", parameter);
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
        RecordFactory<R> records = new RecordFactory<>(table);
        List<R> rows = new ArrayList<>();
        long count = 0;
        long fresh = 0;
        ValueSource<IOException> row = values -> fill(values, parser);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (keys.length > 0) {
                rows.add(records.fetched(row));
            }
            fresh += endsAsNew(parser) ? 1 : 0;
            count++;
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw unexpected();
        }
        return new Rows<>(rows, count, fresh);
    }

    private void fill(@Nullable Object[] values, JsonParser parser) throws IOException {
        for (int i = 0; i < keys.length; i++) {
            enter(keys[i], parser);
            values[columns[i].place()] = columns[i].read(parser);
        }
    }

    /** Reads what is left of a row, and whether that says that it is new. */
    private boolean endsAsNew(JsonParser parser) throws IOException {
        boolean fresh = false;
        if (marked) {
            enter(MARKER, parser);
            fresh = "0".equals(parser.getValueAsString());
        }
        if (parser.nextToken() != JsonToken.END_OBJECT) {
            throw unexpected();
        }
        return fresh;
    }

    /** Goes to the value of the next member, which has to be this one. */
    private static void enter(String key, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME || !key.equals(parser.currentName())) {
            throw unexpected();
        }
        parser.nextToken();
    }

    private static IOException unexpected() {
        return new IOException("no rows as they were asked for");
    }

    /**
     * Rows of an answer.
     *
     * @param rows the records, with no column counted as changed; none if no column was asked for
     * @param count how many there are
     * @param fresh how many of them are new, where that was asked for
     */
    record Rows<R>(List<R> rows, long count, long fresh) {}
}
