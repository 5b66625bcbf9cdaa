// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The JSON that PostgREST explains a failure with.
 *
 * @param code SQLSTATE, or a code of PostgREST's own; empty where the body has none
 * @param message what happened; it may quote values
 * @param details more of it; it may quote values
 * @param hint what to do
 * @param complete whether details and hint were there, if only as null, as PostgREST has them
 */
record ErrorBody(String code, String message, String details, String hint, boolean complete) {

    /** The explanation, or empty for a page of a gateway, a text, or nothing. */
    static Optional<ErrorBody> parse(byte[] body) {
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Optional.of(read(parser)) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static ErrorBody read(JsonParser parser) throws IOException {
        String code = "";
        String message = "";
        String details = "";
        String hint = "";
        int members = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean scalar = parser.nextToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
            String text = scalar ? parser.getText() : "";
            parser.skipChildren();
            switch (name) {
                case "code" -> code = text;
                case "message" -> message = text;
                case "details" -> {
                    details = text;
                    members++;
                }
                case "hint" -> {
                    hint = text;
                    members++;
                }
                default -> {}
            }
        }
        return new ErrorBody(code, message, details, hint, members == 2);
    }

    /**
     * Whether PostgREST wrote this, and has a code for it. Gateways have codes of other forms, if any, and not all the
     * members; a trigger may choose any code.
     */
    boolean isPostgrests() {
        return isOwn() || code.matches("[0-9A-Z]{5}") || complete && !code.isEmpty();
    }

    /** Whether nothing was said, as PostgREST before 13 does about a path that it does not know. */
    boolean isEmpty() {
        return code.isEmpty() && message.isEmpty();
    }

    /** Whether PostgREST itself refused, and not the database behind it. */
    boolean isOwn() {
        return code.startsWith("PGRST") && code.length() == 8;
    }

    /** All that was said, which may quote values. */
    String words() {
        StringJoiner words = new StringJoiner("\n");
        words.add(message);
        if (!details.isEmpty()) {
            words.add("Detail: " + details);
        }
        if (!hint.isEmpty()) {
            words.add("Hint: " + hint);
        }
        return words.toString();
    }

    /** The code only. */
    @Override
    public String toString() {
        return "ErrorBody[" + code + "]";
    }
}
