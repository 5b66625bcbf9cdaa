// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.micrometer;

import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Four timers for each backend, server, origin and outcome. */
final class CallTimers implements CallListener {

    private record Name(String backend, String server, Origin origin, String outcome) {}

    private record Timers(Timer total, Timer waiting, Timer connecting, Timer executing) {}

    private final MeterRegistry registry;
    private final Map<Name, Timers> timers = new ConcurrentHashMap<>();

    CallTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void finished(CallEvent event) {
        Name name = new Name(event.backend(), event.server().orElse("none"), event.origin(), outcome(event));
        Timers found = timers.computeIfAbsent(name, this::register);
        found.total.record(event.total());
        found.waiting.record(event.waiting());
        found.connecting.record(event.connecting());
        found.executing.record(event.executing());
    }

    private static String outcome(CallEvent event) {
        return event.cancelled()
                ? "cancelled"
                : event.failure()
                        .map(failure -> failure.getClass().getSimpleName())
                        .orElse("success");
    }

    private Timers register(Name name) {
        Tags tags = Tags.of(
                "backend",
                name.backend,
                "server",
                name.server,
                "repository",
                name.origin.repository(),
                "operation",
                name.origin.method(),
                "outcome",
                name.outcome);
        return new Timers(
                registry.timer("dualbase.calls", tags),
                registry.timer("dualbase.calls.waiting", tags),
                registry.timer("dualbase.calls.connecting", tags),
                registry.timer("dualbase.calls.executing", tags));
    }
}
