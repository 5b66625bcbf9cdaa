// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.health.HealthCheck;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.CallLogging;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.observation.micrometer.DualbaseMetrics;
import dev.dualbase.core.observation.sentry.SentryObservation;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.repositories.SalonRepositories;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The Java of the page on observation, word for word: a test compares the two. */
final class ObservationSnippets {

    private ObservationSnippets() {}

    static Backend observed(Backend backend, MeterRegistry registry) {
        FlagWatch<CallLogging> logging =
                FlagWatch.start(FlagSource.environment(), CallLogging.FLAGS, CallLogging::read);
        Backend observed = ObservedBackend.observe(
                backend,
                CallListener.logging(logging::current),
                SentryObservation.calls(Duration.ofMillis(500)),
                DualbaseMetrics.calls(registry));
        return observed;
    }

    static void meters(MeterRegistry registry, JdbcBackend jdbc, DualWriteBackend dualWrite, ShadowReadBackend shadow) {
        DualbaseMetrics.pool(jdbc).bindTo(registry);
        DualbaseMetrics.dualWrite(dualWrite).bindTo(registry);
        DualbaseMetrics.shadowReads(shadow).bindTo(registry);
    }

    static JdbcBackend pool(String url) {
        JdbcBackend jdbc = JdbcBackend.builder("timeweb")
                .url(url)
                .poolListener((id, stats, period) -> alarm(id, period.mostWaiting(), period.longestWait()))
                .leakThreshold(Duration.ofSeconds(30))
                .closeTimeout(Duration.ofSeconds(20))
                .build();
        return jdbc;
    }

    static int health(Backend backend) {
        HealthCheck check = HealthCheck.of(backend, SalonRepositories.TABLES, Duration.ofSeconds(3));
        Health health = check.ask();
        int status = health.status() == Health.Status.HEALTHY ? 200 : 503;
        return status;
    }

    private static void alarm(String backend, int waiting, Duration longest) {
        System.err.println(backend + ": " + waiting + " callers waited, up to " + longest.toMillis() + " ms");
    }
}
