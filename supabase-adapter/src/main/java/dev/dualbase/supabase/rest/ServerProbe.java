// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.supabase.rest.Request.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the server is and what it has, found out once with the first call that depends on it. A server without the functions
 * of this module is asked again after a minute, because they can be installed under a running service.
 */
final class ServerProbe {

    private static final long VALID_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int FUNCTIONS_VERSION = 1;

    private final RestClient client;
    private final @Nullable String schema;
    private volatile @Nullable Found found;

    ServerProbe(RestClient client, @Nullable String schema) {
        this.client = client;
        this.schema = schema;
    }

    /**
     * What was found.
     *
     * @param version the version of PostgREST
     * @param hasFunctions whether the functions of this module are there
     */
    record Found(ServerVersion version, boolean hasFunctions, long atNanos) {

        private boolean isValid() {
            return hasFunctions || System.nanoTime() - atNanos < VALID_NANOS;
        }
    }

    /**
     * Asks, if it was not asked.
     *
     * @throws StorageException if the server cannot be asked
     */
    Found get() {
        Found known = found;
        if (known != null && known.isValid()) {
            return known;
        }
        Found asked = ask();
        found = asked;
        return asked;
    }

    /** The same, or nothing from a server that cannot be asked. */
    Optional<Found> tryGet() {
        try {
            return Optional.of(get());
        } catch (StorageException unreachable) {
            return Optional.empty();
        }
    }

    private Found ask() {
        Request request = request("/rpc/dualbase_version");
        try {
            Answer answer = client.send(request);
            String version = new String(answer.body(), StandardCharsets.UTF_8).strip();
            ServerVersion server = answer.server().flatMap(ServerVersion::parse).orElseGet(this::askVersion);
            return new Found(server, version.equals(Integer.toString(FUNCTIONS_VERSION)), System.nanoTime());
        } catch (SchemaMismatchException none) {
            return new Found(askVersion(), false, System.nanoTime());
        }
    }

    private ServerVersion askVersion() {
        try {
            return versionOf(client.send(request("/"))).orElse(ServerVersion.OLDEST);
        } catch (StorageException refused) {
            return ServerVersion.OLDEST;
        }
    }

    /** From the header, or else from the description of the API in the body; a gateway may hide the header. */
    static Optional<ServerVersion> versionOf(Answer answer) {
        return answer.server().flatMap(ServerVersion::parse).or(() -> described(answer.body()));
    }

    /** The version in the description's {@code info}, which stands near its beginning. */
    private static Optional<ServerVersion> described(byte[] openApi) {
        try (JsonParser parser = Json.FACTORY.createParser(openApi)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && "version".equals(parser.currentName())) {
                    parser.nextToken();
                    return ServerVersion.parse(parser.getText());
                }
            }
        } catch (IOException notJson) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** A question: a failure of it leaves nothing unknown. */
    private Request request(String path) {
        return new Request(Verb.GET, path, new QueryString(), List.of(), null, null, schema, null);
    }
}
