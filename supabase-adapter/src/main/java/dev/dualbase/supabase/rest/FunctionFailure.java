// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.error.ErrorInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the detail that {@code dualbase_write} gives to a failure: where it happened, and what the server said of it. */
final class FunctionFailure {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String INDEX = "dualbase_write";

    private FunctionFailure() {}

    /**
     * What is known of a failure, with the index of the entry that failed as that of the write; see
     * {@link WriteProgram#located}. Empty if the detail was not made by the function.
     */
    static Optional<ErrorInfo> read(@Nullable String message, @Nullable String detail, @Nullable String hint) {
        Map<String, String> members = members(detail == null ? "" : detail);
        if (!members.containsKey(INDEX) || !members.containsKey("state")) {
            return Optional.empty();
        }
        String sensitive = Stream.of(message, members.get("detail"), hint)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        ErrorInfo info = new ErrorInfo(
                members.get("state"),
                name(members, "table"),
                name(members, "column"),
                name(members, "constraint"),
                sensitive);
        String index = members.getOrDefault(INDEX, "");
        return Optional.of(index.isEmpty() ? info : info.ofWrite(Integer.parseInt(index)));
    }

    private static @Nullable String name(Map<String, String> members, String member) {
        String name = members.getOrDefault(member, "");
        return name.isEmpty() ? null : name;
    }

    /** The members of a flat object as texts, null being empty; nothing if it is something else. */
    private static Map<String, String> members(String detail) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = JSON.createParser(detail)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
                members.put(name, isNull ? "" : json.getText());
            }
            return members;
        } catch (IOException notJson) {
            return Map.of();
        }
    }
}
