// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sentry.EnvelopeReader;
import io.sentry.JsonSerializer;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SentryTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A server that takes what Sentry sends, with Sentry initialised to send it there. */
final class SentryInbox implements AutoCloseable {
    private static final JsonSerializer SERIALIZER = new JsonSerializer(new SentryOptions());

    private final HttpServer server;
    private final List<byte[]> envelopes = new CopyOnWriteArrayList<>();

    SentryInbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/api/1/envelope/", this::take);
        server.start();
        Sentry.init(options -> {
            options.setDsn("http://key@127.0.0.1:" + server.getAddress().getPort() + "/1");
            options.setTracesSampleRate(1.0);
            options.setSendClientReports(false);
            options.setEnableUncaughtExceptionHandler(false);
        });
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        envelopes.add(packed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Everything that was sent, word for word. */
    String text() {
        Sentry.flush(30_000);
        StringBuilder text = new StringBuilder();
        envelopes.forEach(envelope -> text.append(new String(envelope, StandardCharsets.UTF_8)));
        return text.toString();
    }

    List<SentryEvent> events() {
        return items(item -> item.getEvent(SERIALIZER));
    }

    List<SentryTransaction> transactions() {
        return items(item -> item.getTransaction(SERIALIZER));
    }

    private <T> List<T> items(Content<T> content) {
        Sentry.flush(30_000);
        List<T> found = new ArrayList<>();
        try {
            for (byte[] envelope : envelopes) {
                SentryEnvelope read = new EnvelopeReader(SERIALIZER).read(new ByteArrayInputStream(envelope));
                for (SentryEnvelopeItem item : read.getItems()) {
                    T one = content.of(item);
                    if (one != null) {
                        found.add(one);
                    }
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private interface Content<T> {
        T of(SentryEnvelopeItem item) throws Exception;
    }

    @Override
    public void close() {
        Sentry.close();
        server.stop(0);
    }
}
