// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.sentry;

import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.CallListener;
import io.sentry.Sentry;
import java.time.Duration;

/** Sends what is worth an event, and leaves a trace of all else. */
final class SentryListener implements CallListener {

    private final Duration slow;
    private final OncePerMinute reports = new OncePerMinute(System::nanoTime);

    SentryListener(Duration slow) {
        this.slow = slow;
    }

    @Override
    public void finished(CallEvent call) {
        if (!Sentry.isEnabled()) {
            return;
        }
        SentrySpans.add(call);
        if (!call.cancelled()) {
            send(call);
        }
        Sentry.addBreadcrumb(SentryEvents.breadcrumb(call));
    }

    private void send(CallEvent call) {
        if (call.failure().isPresent()) {
            Sentry.captureEvent(SentryEvents.failure(call, call.failure().get()));
        } else if (call.total().compareTo(slow) >= 0 && reports.isDue(SentryEvents.slowFingerprint(call))) {
            Sentry.captureEvent(SentryEvents.slow(call));
        }
    }
}
