// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.internal.record.RecordFactory;
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

    private final RecordFactory<R> records;
    private final List<TextCodec<?>> codecs = new ArrayList<>();

    StoredRow(Table<R> table) {
        this.records = new RecordFactory<>(table);
        for (Field<?> field : table.fields()) {
            codecs.add(TextFormat.of(field));
        }
    }

    /** The record, with nothing marked as changed. */
    R read(List<@Nullable String> texts) {
        return records.fetched(values -> {
            for (int i = 0; i < values.length; i++) {
                @Nullable String text = texts.get(i);
                values[i] = text == null ? null : codecs.get(i).read(text);
            }
        });
    }
}
