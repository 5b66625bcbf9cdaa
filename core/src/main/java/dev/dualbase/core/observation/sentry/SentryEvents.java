// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.sentry;

import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.observation.CallEvent;
import io.sentry.Breadcrumb;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;
import java.util.List;
import java.util.Map;

/** What is sent of a call: names and numbers. */
final class SentryEvents {

    private static final String COMPONENT = "dualbase";

    private SentryEvents() {}

    /** The exception with its names. Its messages and those of its causes hold no value. */
    static SentryEvent failure(CallEvent call, StorageException failure) {
        SentryEvent event = event(call, SentryLevel.ERROR);
        event.setThrowable(failure);
        failure.sqlState().ifPresent(state -> event.setTag("sqlstate", state));
        failure.constraint().ifPresent(name -> event.setTag("constraint", name));
        String reason = failure.sqlState().orElse(failure.getClass().getSimpleName());
        event.setFingerprints(List.of(COMPONENT, call.origin().toString(), call.kind(), call.table(), reason));
        return event;
    }

    static SentryEvent slow(CallEvent call) {
        SentryEvent event = event(call, SentryLevel.WARNING);
        Message message = new Message();
        message.setMessage("slow: " + describe(call));
        event.setMessage(message);
        event.setFingerprints(slowFingerprint(call));
        return event;
    }

    static List<String> slowFingerprint(CallEvent call) {
        return List.of(COMPONENT, "slow", call.origin().toString(), call.kind(), call.table());
    }

    static Breadcrumb breadcrumb(CallEvent call) {
        Breadcrumb breadcrumb = new Breadcrumb(describe(call));
        breadcrumb.setCategory(COMPONENT);
        breadcrumb.setType("query");
        breadcrumb.setLevel(call.failure().isPresent() ? SentryLevel.WARNING : SentryLevel.INFO);
        figures(call).forEach(breadcrumb::setData);
        return breadcrumb;
    }

    /** Where the call went and what it was. */
    static String describe(CallEvent call) {
        return call.origin() + " " + call.kind() + " " + call.table() + " on " + call.backend();
    }

    static Map<String, Object> figures(CallEvent call) {
        return Map.of(
                "rows", call.rows(),
                "total_ms", call.total().toMillis(),
                "waiting_ms", call.waiting().toMillis(),
                "connecting_ms", call.connecting().toMillis(),
                "executing_ms", call.executing().toMillis());
    }

    private static SentryEvent event(CallEvent call, SentryLevel level) {
        SentryEvent event = new SentryEvent();
        event.setLevel(level);
        event.setLogger("dev.dualbase.calls");
        event.setTag("component", COMPONENT);
        event.setTag("repository", call.origin().repository());
        event.setTag("operation", call.origin().method());
        event.setTag("kind", call.kind());
        event.setTag("table", call.table());
        event.setTag("backend", call.backend());
        call.server().ifPresent(name -> event.setTag("server", name));
        event.getContexts().put("call", figures(call));
        return event;
    }
}
