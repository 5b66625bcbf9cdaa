// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.WriteResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads what {@code dualbase_write} did for the entries of one write, and adds it up. */
final class EntryAnswer<R extends Record> {

    private final List<R> rows = new ArrayList<>();
    private long inserted;
    private long updated;
    private long deleted;

    void add(ProgramEntry<R> entry, JsonParser json) throws IOException {
        json.nextToken();
        Texts.require(json, JsonToken.START_OBJECT);
        int members = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "inserted" -> inserted += json.getLongValue();
                case "updated" -> updated += json.getLongValue();
                case "deleted" -> deleted += json.getLongValue();
                case "rows" -> readRows(entry, json);
                default -> throw new JsonParseException(json, "unknown member");
            }
            members++;
        }
        if (members != 4) {
            throw new JsonParseException(json, "missing member");
        }
    }

    private void readRows(ProgramEntry<R> entry, JsonParser json) throws IOException {
        Texts.require(json, JsonToken.START_ARRAY);
        StoredRow<R> reader = new StoredRow<>(entry.table());
        while (json.nextToken() != JsonToken.END_ARRAY) {
            List<@Nullable String> texts = Texts.read(json);
            if (texts.size() != entry.table().fields().length) {
                throw new JsonParseException(json, "a row of other columns");
            }
            rows.add(reader.read(texts));
        }
    }

    WriteResult<R> result(List<BadRow> badRows) {
        return new WriteResult<>(inserted, updated, deleted, rows, badRows);
    }
}
