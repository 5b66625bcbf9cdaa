// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and turns everything that goes wrong into exceptions. HTTP/1.1 only: when a server ends an HTTP/2
 * connection, requests on it fail that need not.
 *
 * <p>An answer is read as a whole, within the time of its request; the client's own timeout ends with the headers, so that
 * a body that stalls would wait for ever.
 */
final class RestClient implements AutoCloseable {

    private final RestSettings settings;
    private final Authorization authorization;
    private final HttpClient http;
    private final RunningCalls calls = new RunningCalls();

    RestClient(RestSettings settings) {
        this.settings = settings;
        this.authorization = new Authorization(settings);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeToConnect())
                .build();
    }

    /**
     * The successful answer to a request; requests that were not carried out are sent again.
     *
     * @throws dev.dualbase.core.error.StorageException for every other answer, and for none
     */
    Answer send(Request request) {
        try {
            Outcome last = settings.retry().run(() -> outcome(request));
            if (last.conflict() != null) {
                throw last.conflict();
            }
            return Objects.requireNonNull(last.answer());
        } catch (ClosedException closed) {
            throw closed.failure;
        }
    }

    /** A conflict is the caller's to repeat, not ours: it comes out as a result. */
    private Outcome outcome(Request request) throws ClosedException {
        try {
            return new Outcome(attempt(request), null);
        } catch (TransactionConflictException conflict) {
            return new Outcome(null, conflict);
        }
    }

    private record Outcome(
            @Nullable Answer answer, @Nullable TransactionConflictException conflict) {}

    /** The same without a second attempt. */
    Answer sendOnce(Request request) {
        try {
            return attempt(request);
        } catch (ClosedException closed) {
            throw closed.failure;
        }
    }

    private Answer attempt(Request request) throws ClosedException {
        requireShort(request);
        if (calls.areEnded()) {
            throw new ClosedException(new ConnectionFailureException("the backend is closed"));
        }
        String token = authorization.token();
        Answer answer = exchange(request, token);
        if (RestErrors.isExpiredToken(answer)) {
            String renewed = authorization.renewed(token);
            answer = renewed.equals(token) ? answer : exchange(request, renewed);
        }
        if (answer.isSuccess()) {
            return answer;
        }
        throw RestErrors.of(request, answer);
    }

    private void requireShort(Request request) {
        int length = request.query().length() + request.path().length();
        if (length > settings.maxUrlBytes()) {
            ErrorInfo info = new ErrorInfo("54000", request.table(), null, null, null);
            throw new UnsupportedCapabilityException(
                    "the filter takes " + length + " bytes in a URL, of which " + settings.maxUrlBytes()
                            + " are allowed; ask for fewer values at a time (" + Capability.LONG_FILTERS + ")",
                    info,
                    null);
        }
    }

    private Answer exchange(Request request, String token) throws ClosedException {
        if (Thread.currentThread().isInterrupted()) {
            throw RestErrors.notSent(request, "the thread was interrupted before");
        }
        long begin = System.nanoTime();
        Duration timeout = request.timeout() == null ? settings.requestTimeout() : request.timeout();
        CompletableFuture<HttpResponse<byte[]>> answer =
                calls.add(http.sendAsync(httpRequest(request, token), BodyHandlers.ofByteArray()));
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            CallTimings.goesTo(settings.id());
            Optional<String> tls = response.sslSession().map(SSLSession::getProtocol);
            return new Answer(request, response.statusCode(), response.headers(), tls, response.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw RestErrors.timeout(request, timeout);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw RestErrors.broken(request, new IOException("interrupted"));
        } catch (CancellationException | ExecutionException failure) {
            StorageException broken =
                    RestErrors.broken(request, failure.getCause() == null ? failure : failure.getCause());
            if (calls.areEnded()) {
                throw new ClosedException(broken);
            }
            throw broken;
        } finally {
            CallTimings.add(0, 0, System.nanoTime() - begin);
        }
    }

    private HttpRequest httpRequest(Request request, String token) {
        URI uri = URI.create(settings.url() + request.path() + request.query().encoded());
        HttpRequest.Builder http =
                HttpRequest.newBuilder(uri).header("apikey", settings.key()).header("Accept", "application/json");
        if (!token.isEmpty()) {
            http.header("Authorization", "Bearer " + token);
        }
        if (!request.prefer().isEmpty()) {
            http.header("Prefer", String.join(",", request.prefer()));
        }
        if (request.schema() != null) {
            http.header(request.verb().onlyReads() ? "Accept-Profile" : "Content-Profile", request.schema());
        }
        settings.headers().forEach(http::setHeader);
        return withBody(http, request.verb(), request.body()).build();
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder http, Request.Verb verb, byte @Nullable [] body) {
        if (body == null) {
            return http.method(verb.name(), BodyPublishers.noBody());
        }
        return http.header("Content-Type", "application/json").method(verb.name(), BodyPublishers.ofByteArray(body));
    }

    /**
     * Ends the calls that are under way. Newer JDKs have a client that can be closed, which waits for them; older ones end
     * its threads once nobody refers to it.
     */
    @Override
    public void close() {
        calls.end();
        if ((Object) http instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception unlikely) {
                throw new ConnectionFailureException("the client does not close");
            }
        }
    }

    /** The backend was closed, before a call or under it; another attempt is of no use. */
    private static final class ClosedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final StorageException failure;

        private ClosedException(StorageException failure) {
            this.failure = failure;
        }
    }
}
