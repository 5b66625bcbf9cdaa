// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import io.sentry.Hint;
import io.sentry.ITransportFactory;
import io.sentry.RequestDetails;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryOptions;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What Sentry would send, with Sentry initialised to send it here. */
final class SentEvents implements AutoCloseable, ITransport, ITransportFactory {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private @Nullable SentryOptions settings;

    SentEvents() {
        Sentry.init(options -> {
            options.setDsn("http://key@127.0.0.1:1/1");
            options.setTransportFactory(this);
            options.setSendClientReports(false);
            options.setEnableUncaughtExceptionHandler(false);
        });
    }

    @Override
    public ITransport create(SentryOptions options, RequestDetails request) {
        settings = options;
        return this;
    }

    @Override
    public synchronized void send(SentryEnvelope envelope, Hint hint) throws IOException {
        try {
            settings.getSerializer().serialize(envelope, written);
        } catch (IOException | RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IOException(unexpected);
        }
    }

    synchronized String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void flush(long timeoutMillis) {}

    @Override
    public @Nullable RateLimiter getRateLimiter() {
        return null;
    }

    @Override
    public void close() {
        Sentry.close();
    }

    @Override
    public void close(boolean isRestarting) {}
}
