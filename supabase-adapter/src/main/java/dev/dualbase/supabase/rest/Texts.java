// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of texts and nulls as JSON arrays. */
final class Texts {

    private Texts() {}

    static void write(JsonGenerator json, List<? extends @Nullable String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Reads the array that the parser stands on; null stands for an empty one. */
    static List<@Nullable String> read(JsonParser json) throws IOException {
        List<@Nullable String> texts = new ArrayList<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return texts;
        }
        require(json, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                require(json, JsonToken.VALUE_STRING);
            }
            texts.add(json.getValueAsString());
        }
        return texts;
    }

    /** Refuses a JSON that goes on otherwise. */
    static void require(JsonParser json, JsonToken expected) throws IOException {
        if (json.currentToken() != expected) {
            throw new JsonParseException(json, "expected " + expected);
        }
    }
}
