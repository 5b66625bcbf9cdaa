// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.internal.ExactJson;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a dialog as {@code dialog_contexts.messages} holds them, oldest first. What is no array holds no
 * message: older code stored {@code {}} for an empty one.
 */
final class DialogHistory {

    static final int KEPT = 20;

    private DialogHistory() {}

    /** The last of the stored messages, as they are, and one more behind them. */
    static JSONB append(@Nullable JSONB stored, DialogMessage message) {
        ArrayNode messages = read(stored);
        while (messages.size() >= KEPT) {
            messages.remove(0);
        }
        return ExactJson.write(messages.add(toJson(message)));
    }

    static List<DialogMessage> messages(@Nullable JSONB stored) {
        return StreamSupport.stream(read(stored).spliterator(), false)
                .map(DialogHistory::toMessage)
                .toList();
    }

    private static ArrayNode read(@Nullable JSONB stored) {
        return stored != null && ExactJson.read(stored) instanceof ArrayNode messages
                ? messages
                : ExactJson.NODES.arrayNode();
    }

    private static ObjectNode toJson(DialogMessage message) {
        return ExactJson.NODES
                .objectNode()
                .put("role", message.role())
                .put("content", message.content())
                .put("timestamp", message.timestamp().toInstant().toString());
    }

    private static DialogMessage toMessage(JsonNode json) {
        try {
            OffsetDateTime timestamp =
                    OffsetDateTime.parse(json.path("timestamp").asText());
            return new DialogMessage(
                    json.path("role").asText(), json.path("content").asText(), timestamp);
        } catch (DateTimeException notATime) {
            throw new InvalidValueException(
                    "a stored message has no timestamp", "22007", "dialog_contexts", "messages");
        }
    }
}
