// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link SupabaseRestBackend} was built with. */
record RestSettings(
        String id,
        URI url,
        String key,
        @Nullable TokenSource tokens,
        @Nullable String schema,
        Map<String, String> headers,
        Duration connectTimeout,
        Duration requestTimeout,
        int maxUrlBytes,
        int maxBodyBytes,
        int pageSize,
        RetryPolicy retry) {

    /** In half the time of a request, so that one that never connected is told from one without an answer. */
    Duration timeToConnect() {
        Duration half = requestTimeout.dividedBy(2);
        return connectTimeout.compareTo(half) < 0 ? connectTimeout : half;
    }

    /** Everything but the key and the headers, which may hold another one. */
    @Override
    public String toString() {
        return "RestSettings[id=" + id + ", host=" + url.getHost() + ", schema="
                + (schema == null ? "as generated" : schema)
                + ", connectTimeout=" + connectTimeout + ", requestTimeout=" + requestTimeout + ", maxUrlBytes="
                + maxUrlBytes + ", maxBodyBytes=" + maxBodyBytes + ", pageSize=" + pageSize + "]";
    }
}
