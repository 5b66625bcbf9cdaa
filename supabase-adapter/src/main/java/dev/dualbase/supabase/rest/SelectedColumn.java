// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import java.io.IOException;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer. Documents and arrays are asked for as text: JSON cannot tell NULL from a document that is null, and
 * the text of a document would be lost.
 *
 * @param name the name that PostgREST gives it in the answer
 * @param selected how it is asked for
 * @param place its place among the columns of the table
 * @param codec reads its values
 */
record SelectedColumn(String name, String selected, int place, TextCodec<?> codec) {

    static SelectedColumn of(Table<?> table, Field<?> column) {
        String quoted = Quoted.column(column);
        boolean asText = StoredType.isDocument(column) || StoredType.isArray(column);
        return new SelectedColumn(
                column.getName(), asText ? quoted + "::text" : quoted, table.indexOf(column), TextFormat.of(column));
    }

    /** The value that the parser stands on. */
    @Nullable
    Object read(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : codec.read(parser.getText());
    }
}
