// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.micrometer;

import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

final class DualWriteMeters implements MeterBinder {

    private static final String PREFIX = "dualbase.dualwrite.";

    private final DualWriteBackend backend;

    DualWriteMeters(DualWriteBackend backend) {
        this.backend = backend;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "writes", DualWriteStats::writes, "rows written on the primary and noted");
        counter(registry, "mirrored", DualWriteStats::mirrored, "rows carried over");
        counter(registry, "failed", DualWriteStats::failed, "attempts that failed");
        gauge(registry, "backlog", DualWriteStats::backlog, "notes that are not carried over yet");
        gauge(registry, "failing", DualWriteStats::failing, "notes that failed before");
        gauge(registry, "divergence", DualWriteStats::divergenceRate, "how much of what was tried lately failed");
        TimeGauge.builder(
                        PREFIX + "oldest.age",
                        backend,
                        TimeUnit.MILLISECONDS,
                        dual -> dual.stats().oldestAge().toMillis())
                .description("the age of the oldest note")
                .tag("backend", backend.id())
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, ToDoubleFunction<DualWriteStats> figure, String meaning) {
        FunctionCounter.builder(PREFIX + name, backend, dual -> figure.applyAsDouble(dual.stats()))
                .description(meaning)
                .tag("backend", backend.id())
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<DualWriteStats> figure, String meaning) {
        Gauge.builder(PREFIX + name, backend, dual -> figure.applyAsDouble(dual.stats()))
                .description(meaning)
                .tag("backend", backend.id())
                .register(registry);
    }
}
