// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.retry.RetryPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configures a {@link SupabaseRestBackend}. */
public final class SupabaseRestBuilder {

    private static final String HOSTED = ".supabase.co";
    private static final String REST_PATH = "/rest/v1";

    private final String url;
    private final String key;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String id = "supabase";
    private @Nullable TokenSource tokens;
    private @Nullable String schema;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private int maxUrlBytes = 7_500;
    private int maxBodyBytes = 8 << 20;
    private int pageSize = 1_000;
    private RetryPolicy retry = new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(10));

    /**
     * A configuration with defaults.
     *
     * @param url the address of a Supabase project, {@code https://<ref>.supabase.co}, or that of any PostgREST
     * @param key a secret or service key of the project, or any JWT that PostgREST accepts
     */
    public SupabaseRestBuilder(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** A short name for logs and metrics; {@code supabase} unless set. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder id(String newId) {
        this.id = newId;
        return this;
    }

    /** Authorizes requests with tokens instead of the key, which is still sent as {@code apikey}. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder tokens(TokenSource source) {
        this.tokens = source;
        return this;
    }

    /** The schema that holds the tables, where it is not the one they were generated from. The server must expose it. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder schema(String newSchema) {
        this.schema = newSchema;
        return this;
    }

    /** A header that is sent with each request. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** How long it may take to connect; 10 seconds unless set, and half of the time of a request at most. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /**
     * How long a request may take, from the first byte sent to the last one received; 30 seconds unless set. The server goes
     * on with a statement whose caller has left, so a write that runs out of time has an unknown outcome.
     */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder requestTimeout(Duration timeout) {
        this.requestTimeout = timeout;
        return this;
    }

    /**
     * How long the parameters of a request may be, in bytes; 7,500 unless set, which Supabase's gateways let pass. PostgREST
     * itself takes about 48,000.
     */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder maxUrlBytes(int bytes) {
        this.maxUrlBytes = bytes;
        return this;
    }

    /** How large the body of a request may be, in bytes; 8 MiB unless set. A larger bulk cannot be all or nothing. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder maxBodyBytes(int bytes) {
        this.maxBodyBytes = bytes;
        return this;
    }

    /** How many rows are asked for at a time; 1,000 unless set. A server that gives fewer is noticed. */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder pageSize(int rows) {
        this.pageSize = rows;
        return this;
    }

    /**
     * How requests are sent again of which the server says, or the network shows, that they were not carried out; and reads
     * after any broken connection. 3 attempts unless set, waiting from 250 ms up to 10 s, or as long as the server asks.
     */
    @CanIgnoreReturnValue
    public SupabaseRestBuilder retry(RetryPolicy policy) {
        this.retry = policy;
        return this;
    }

    /**
     * Opens the backend. Nothing is sent before the first call.
     *
     * @throws InvalidValueException listing every setting that cannot be, never the key
     */
    public SupabaseRestBackend build() {
        List<String> problems = new ArrayList<>();
        URI base = base(problems);
        require(HeaderText.isWord(key), "the key is empty or no key", problems);
        headers.forEach((name, value) -> header(name, value, problems));
        require(connectTimeout.toMillis() >= 1, "connectTimeout is under 1 ms", problems);
        require(requestTimeout.toMillis() >= 2, "requestTimeout is under 2 ms", problems);
        require(maxUrlBytes >= 500, "maxUrlBytes is under 500", problems);
        require(maxBodyBytes >= 1_000, "maxBodyBytes is under 1000", problems);
        require(pageSize >= 1, "pageSize is under 1", problems);
        if (!problems.isEmpty()) {
            throw new InvalidValueException("backend " + id + ": " + String.join("; ", problems));
        }
        return new SupabaseRestBackend(new RestSettings(
                id,
                base,
                key,
                tokens,
                schema,
                Map.copyOf(headers),
                connectTimeout,
                requestTimeout,
                maxUrlBytes,
                maxBodyBytes,
                pageSize,
                retry));
    }

    private static void header(String name, String value, List<String> problems) {
        require(HeaderText.isName(name), "the name of a header is none", problems);
        require(!HeaderText.isReserved(name), "the header " + name + " is the backend's own", problems);
        require(HeaderText.isValue(value), "the value of a header has a line break or is not ASCII", problems);
    }

    private URI base(List<String> problems) {
        try {
            URI given = new URI(url.strip().replaceAll("/+$", ""));
            boolean http = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
            require(http && given.getHost() != null, "the url is not http(s)://host", problems);
            require(
                    given.getQuery() == null && given.getFragment() == null && given.getUserInfo() == null,
                    "the url has more than a path",
                    problems);
            boolean project = given.getHost() != null && given.getHost().endsWith(HOSTED);
            return project && given.getPath().isEmpty() ? URI.create(given + REST_PATH) : given;
        } catch (URISyntaxException malformed) {
            problems.add("the url is malformed");
            return URI.create("");
        }
    }

    private static void require(boolean condition, String problem, List<String> problems) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
