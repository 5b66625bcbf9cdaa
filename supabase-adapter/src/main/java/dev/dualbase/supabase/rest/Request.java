// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to PostgREST.
 *
 * @param verb the HTTP method
 * @param path the table or function, percent-encoded, with a slash before it
 * @param query the parameters
 * @param prefer the preferences (RFC 7240)
 * @param body the JSON that is sent
 * @param table the table it is about, for errors
 * @param schema the schema that holds it, where it is not the server's first
 * @param timeout a bound tighter than that of the backend
 */
record Request(
        Verb verb,
        String path,
        QueryString query,
        List<String> prefer,
        byte @Nullable [] body,
        @Nullable String table,
        @Nullable String schema,
        @Nullable Duration timeout) {

    /** What a request does. */
    enum Verb {
        GET,
        HEAD,
        POST,
        PATCH,
        DELETE;

        /** Whether the request leaves everything as it is. */
        boolean onlyReads() {
            return this == GET || this == HEAD;
        }
    }

    /** A request about a table. */
    static Request of(Verb verb, Target target, QueryString query, List<String> prefer, byte @Nullable [] body) {
        return new Request(verb, target.path(), query, prefer, body, target.table(), target.schema(), null);
    }

    /** The same with a bound on its time. */
    Request within(@Nullable Duration bound) {
        return new Request(verb, path, query, prefer, body, table, schema, bound);
    }

    /** Neither parameters nor body: they are data. */
    @Override
    public String toString() {
        return verb + " " + path;
    }
}
