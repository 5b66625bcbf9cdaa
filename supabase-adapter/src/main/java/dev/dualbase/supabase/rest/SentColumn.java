// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import dev.dualbase.core.type.ColumnName;
import java.io.IOException;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** A column of rows that are sent, with its codec. */
final class SentColumn<T> {

    private final Field<T> field;
    private final SerializableString name;
    private final int place;
    private final TextCodec<T> codec;
    private final boolean document;
    private final boolean plain;

    SentColumn(Table<?> table, Field<T> field) {
        this.field = field;
        this.name = new SerializedString(field.getName());
        this.place = table.indexOf(field);
        this.codec = TextFormat.of(field);
        this.document = StoredType.isDocument(field);
        this.plain = StoredType.isThatOfValues(field);
    }

    Field<T> field() {
        return field;
    }

    /** Writes name and value. */
    void write(Record row, JsonGenerator json) throws IOException {
        @Nullable T value = valueIn(row);
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else if (document) {
            writeDocument(codec.write(value), json);
        } else if (plain && value instanceof Long number) {
            json.writeNumber(number);
        } else if (plain && value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(codec.write(value));
        }
    }

    /** By place: to look for a column takes longer than to write it. Records of a host's own may have others. */
    @SuppressWarnings("unchecked") // the value of the same field
    private @Nullable T valueIn(Record row) {
        return place < row.size() && row.field(place) == field ? (T) row.get(place) : row.get(field);
    }

    private void writeDocument(String text, JsonGenerator json) throws IOException {
        Json.require(field, text);
        if (Json.isNull(text)) {
            throw new UnsupportedCapabilityException(ColumnName.of(field)
                    + " is to hold the document null, which REST stores as NULL (" + Capability.JSON_NULLS
                    + "); install the functions of this module");
        }
        json.writeRawValue(text);
    }
}
