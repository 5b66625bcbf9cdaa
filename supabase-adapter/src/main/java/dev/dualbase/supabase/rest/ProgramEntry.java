// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dualbase.core.internal.text.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * One write as the function {@code dualbase_write} takes it: its rows set the same columns. Values are texts already, so
 * that a record may be changed afterwards.
 *
 * @param kind insert, upsert, update or delete
 * @param columns the columns that are set
 * @param rows their values, one row for an update
 * @param key the columns of the key, for an upsert and for an insert that leaves out rows that exist
 * @param condition for an update or delete
 * @param returning whether the stored rows are wanted back
 */
record ProgramEntry<R extends Record>(
        String kind,
        Table<R> table,
        List<Field<?>> columns,
        List<List<@Nullable String>> rows,
        Optional<UniqueKey<R>> key,
        Optional<FilterProgram> condition,
        boolean returning) {

    /** The values of records, column by column. */
    static List<List<@Nullable String>> texts(List<Field<?>> columns, List<? extends Record> records) {
        List<List<@Nullable String>> rows = new ArrayList<>(records.size());
        records.forEach(any -> rows.add(new ArrayList<>(columns.size())));
        columns.forEach(column -> addTexts(column, records, rows));
        return rows;
    }

    private static <T> void addTexts(
            Field<T> column, List<? extends Record> records, List<List<@Nullable String>> rows) {
        var codec = TextFormat.of(column);
        for (int i = 0; i < records.size(); i++) {
            @Nullable T value = records.get(i).get(column);
            rows.get(i).add(value == null ? null : codec.write(value));
        }
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind);
        json.writeStringField("table", table.getName());
        if (!columns.isEmpty()) {
            writeNames(json, "columns", columns);
        }
        if (!rows.isEmpty()) {
            json.writeArrayFieldStart("rows");
            for (List<@Nullable String> row : rows) {
                Texts.write(json, row);
            }
            json.writeEndArray();
        }
        if (key.isPresent()) {
            writeNames(json, "key", key.get().getFields());
        }
        if (condition.isPresent()) {
            condition.get().writeTo(json);
        }
        if (returning) {
            writeNames(json, "returning", List.of(table.fields()));
        }
        json.writeEndObject();
    }

    private static void writeNames(JsonGenerator json, String member, List<? extends Field<?>> fields)
            throws IOException {
        json.writeFieldName(member);
        Texts.write(json, fields.stream().map(Field::getName).toList());
    }

    /** Counts only: values of rows do not belong into logs. */
    @Override
    public String toString() {
        return kind + " of " + rows.size() + " rows of " + table.getName();
    }
}
