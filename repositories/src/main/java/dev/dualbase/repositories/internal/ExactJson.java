// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dualbase.core.error.InvalidValueException;
import org.jooq.JSONB;

/**
 * JSON documents as trees, where numbers keep all their digits, and text and numbers may be as long as PostgreSQL
 * allows.
 */
public final class ExactJson {

    /** Makes nodes that keep all digits. */
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** More than a numeric of PostgreSQL can have (manual, 8.1.2). */
    private static final int MOST_DIGITS = 200_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(MOST_DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ExactJson() {}

    /**
     * Reads a document.
     *
     * @throws InvalidValueException if it is none; the message does not repeat it
     */
    public static JsonNode read(JSONB document) {
        try {
            return MAPPER.readTree(document.data());
        } catch (JsonProcessingException notJson) {
            throw malformed();
        }
    }

    /** Writes a document. */
    public static JSONB write(JsonNode tree) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException notWritable) {
            throw malformed();
        }
    }

    /** A document that is one string. */
    public static JSONB ofText(String text) {
        return write(TextNode.valueOf(text));
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException("the text is not a JSON document", "22P02", null, null);
    }
}
