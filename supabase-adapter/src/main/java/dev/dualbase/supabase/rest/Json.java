// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.ColumnName;
import java.io.IOException;
import org.jooq.Field;

/** Reading and writing JSON. */
final class Json {

    /**
     * Without the reader's bounds on numbers, texts and depth: what PostgreSQL holds is to be read. Without the writer's blank
     * between values: rows are written one by one, and what is between them is not its business.
     */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build()
            .setRootValueSeparator(null);

    private Json() {}

    /**
     * Refuses what is no JSON document: embedded in a body it would break out of its place.
     *
     * @throws InvalidValueException SQLSTATE 22P02, naming the column
     */
    static void require(Field<?> column, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            boolean document = parser.nextToken() != null;
            parser.skipChildren();
            if (document && parser.nextToken() == null) {
                return;
            }
        } catch (IOException malformed) {
            // the parser's message quotes the text
        }
        throw new InvalidValueException(
                ColumnName.of(column) + ": the text is not JSON",
                "22P02",
                ColumnName.tableOf(column),
                column.getName());
    }

    /** Whether a document is JSON's own null, which PostgREST cannot tell from NULL in what it is sent. */
    static boolean isNull(String document) {
        return document.strip().equals("null");
    }

    /** Whether the parser stands on a value of a column that is NULL. */
    static boolean isNull(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }
}
