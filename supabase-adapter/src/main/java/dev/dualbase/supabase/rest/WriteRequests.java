// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.supabase.rest.Request.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Requests that change something. */
final class WriteRequests {

    /** An unknown preference fails the request instead of being ignored; each write says how many rows it reached. */
    private static final List<String> ALWAYS = List.of("handling=strict", "count=exact", "timezone=UTC");

    private final RestClient client;
    private final RestSettings settings;
    private final SelectLists lists;

    WriteRequests(RestClient client, RestSettings settings, SelectLists lists) {
        this.client = client;
        this.settings = settings;
        this.lists = lists;
    }

    SelectLists lists() {
        return lists;
    }

    /**
     * The answer, which tells the number of rows.
     *
     * @param preferences more of them; empty ones count for nothing
     */
    Answer send(Verb verb, Table<?> table, QueryString query, byte @Nullable [] body, String... preferences) {
        List<String> prefer = new ArrayList<>(ALWAYS);
        for (String preference : preferences) {
            if (!preference.isEmpty()) {
                prefer.add(preference);
            }
        }
        Request request = Request.of(verb, Target.of(table, settings.schema()), query, prefer, body);
        Answer answer = client.send(request);
        if (answer.total() < 0) {
            throw RestErrors.notPostgrest(answer);
        }
        return answer;
    }

    int maxBodyBytes() {
        return settings.maxBodyBytes();
    }

    /** Whether a filter leaves no room for the rest of a URL. */
    boolean isTooLong(FilterQuery filter) {
        return filter.length() > settings.maxUrlBytes() / 2;
    }

    /** The columns that are written; without any, rows of defaults. */
    @CanIgnoreReturnValue
    static QueryString columns(QueryString query, List<Field<?>> columns) {
        return columns.isEmpty() ? query : query.add("columns", list(columns));
    }

    /** The key that decides whether a row exists. */
    @CanIgnoreReturnValue
    static QueryString conflict(QueryString query, UniqueKey<?> key) {
        return query.add("on_conflict", list(key.getFields()));
    }

    private static String list(List<? extends Field<?>> columns) {
        return columns.stream().map(Quoted::column).collect(Collectors.joining(","));
    }
}
