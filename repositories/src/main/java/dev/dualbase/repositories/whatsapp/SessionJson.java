// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.internal.ExactJson;
import java.util.Optional;
import org.jooq.JSONB;

/**
 * Credentials and keys as JSON: an object, or a single string where a key is one, such as a {@code lid-mapping}.
 * Numbers keep all their digits. Bytes are values of their own within: see {@link BufferCodec}.
 */
public final class SessionJson {

    private SessionJson() {}

    /**
     * Reads a stored value.
     *
     * @throws InvalidValueException if it is no JSON document; the message does not repeat it
     */
    public static JsonNode read(JSONB stored) {
        return ExactJson.read(stored);
    }

    /** Writes a value to store. */
    public static JSONB write(JsonNode value) {
        return ExactJson.write(value);
    }

    /** Writes a single string to store. */
    public static JSONB ofText(String text) {
        return ExactJson.ofText(text);
    }

    /** The stored value if it is a single string. */
    public static Optional<String> text(JSONB stored) {
        return Optional.ofNullable(read(stored).textValue());
    }

    /**
     * The bytes at a path of names within a stored value; empty if there is nothing.
     *
     * @throws InvalidValueException if there is something else than bytes
     */
    public static Optional<byte[]> bytes(JSONB stored, String... path) {
        JsonNode value = read(stored);
        for (String name : path) {
            value = value.path(name);
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(BufferCodec.decode(value));
    }
}
