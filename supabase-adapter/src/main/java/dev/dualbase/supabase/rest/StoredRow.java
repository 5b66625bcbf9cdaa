// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Makes records of all columns of a table from texts. */
final class StoredRow<R extends Record> {

    private final Table<R> table;
    private final List<Column<?>> columns = new ArrayList<>();

    StoredRow(Table<R> table) {
        this.table = table;
        for (Field<?> field : table.fields()) {
            columns.add(Column.of(field));
        }
    }

    /** The record, with nothing marked as changed. */
    R read(List<@Nullable String> texts) {
        R row = table.newRecord();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).set(row, texts.get(i));
        }
        row.changed(false);
        return row;
    }

    private record Column<T>(Field<T> field, TextCodec<T> codec) {

        static <T> Column<T> of(Field<T> field) {
            return new Column<>(field, TextFormat.of(field));
        }

        void set(Record row, @Nullable String text) {
            row.set(field, text == null ? null : codec.read(text));
        }
    }
}
