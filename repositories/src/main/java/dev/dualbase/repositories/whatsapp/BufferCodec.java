// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.internal.ExactJson;
import java.util.Base64;

/**
 * Bytes in JSON, as Node.js and the WhatsApp client write them. Both forms are read,
 * {@code {"type":"Buffer","data":[1,2]}} and {@code {"type":"Buffer","data":"AQI="}}; the second is written.
 */
public final class BufferCodec {

    private static final String TYPE = "type";
    private static final String BUFFER = "Buffer";
    private static final String DATA = "data";

    private BufferCodec() {}

    /** Whether a value stands for bytes. */
    public static boolean isBuffer(JsonNode json) {
        return json.path(TYPE).asText().equals(BUFFER)
                && (json.path(DATA).isArray() || json.path(DATA).isTextual());
    }

    /** Writes bytes. */
    public static ObjectNode encode(byte[] bytes) {
        return ExactJson.NODES
                .objectNode()
                .put(TYPE, BUFFER)
                .put(DATA, Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * Reads bytes.
     *
     * @throws InvalidValueException if the value stands for none; the message does not repeat it
     */
    public static byte[] decode(JsonNode json) {
        if (!isBuffer(json)) {
            throw malformed("the value is no Buffer");
        }
        JsonNode data = json.get(DATA);
        return data.isArray() ? fromNumbers(data) : fromBase64(data.textValue());
    }

    private static byte[] fromNumbers(JsonNode numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            JsonNode number = numbers.get(i);
            if (!number.isInt() || number.intValue() < 0 || number.intValue() > 255) {
                throw malformed("a Buffer holds numbers from 0 to 255");
            }
            bytes[i] = (byte) number.intValue();
        }
        return bytes;
    }

    /** Node.js reads both alphabets of base64, with padding or without; so does this. */
    private static byte[] fromBase64(String text) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw malformed("the data of a Buffer is not base64");
        }
    }

    private static InvalidValueException malformed(String what) {
        return new InvalidValueException(what, "22023", null, null);
    }
}
