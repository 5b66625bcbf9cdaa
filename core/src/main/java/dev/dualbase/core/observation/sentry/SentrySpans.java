// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.sentry;

import dev.dualbase.core.observation.CallEvent;
import io.sentry.ISpan;
import io.sentry.Sentry;
import io.sentry.SentryDate;
import io.sentry.SentryInstantDate;
import io.sentry.SentryLongDate;
import io.sentry.SpanStatus;

/** Adds a call to what the host traces in this thread. */
final class SentrySpans {

    private SentrySpans() {}

    /** Does nothing where nothing is traced. The span is made when the call is over, with the time of its beginning. */
    static void add(CallEvent call) {
        ISpan parent = Sentry.getSpan();
        if (parent == null || parent.isNoOp() || parent.isFinished()) {
            return;
        }
        SentryDate end = new SentryInstantDate();
        SentryDate begin = new SentryLongDate(end.nanoTimestamp() - call.total().toNanos());
        ISpan span = parent.startChild("db", SentryEvents.describe(call), begin);
        span.getSpanContext().setOrigin("auto.db.dualbase");
        span.setData("db.system", "postgresql");
        SentryEvents.figures(call).forEach(span::setData);
        span.finish(status(call), end);
    }

    private static SpanStatus status(CallEvent call) {
        if (call.cancelled()) {
            return SpanStatus.CANCELLED;
        }
        return call.failure().isPresent() ? SpanStatus.INTERNAL_ERROR : SpanStatus.OK;
    }
}
