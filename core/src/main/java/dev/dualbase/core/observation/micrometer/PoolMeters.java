// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.micrometer;

import dev.dualbase.core.backend.PoolStats;
import dev.dualbase.core.jdbc.JdbcBackend;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;

final class PoolMeters implements MeterBinder {

    private final JdbcBackend backend;

    PoolMeters(JdbcBackend backend) {
        this.backend = backend;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "active", PoolStats::active, "connections in use");
        gauge(registry, "idle", PoolStats::idle, "connections that are open and free");
        gauge(registry, "waiting", PoolStats::waiting, "callers that wait for a connection");
        gauge(registry, "max", PoolStats::maximum, "how many connections there may be");
    }

    private void gauge(MeterRegistry registry, String name, ToIntFunction<PoolStats> figure, String meaning) {
        Gauge.builder("dualbase.pool." + name, backend, pool -> figure.applyAsInt(pool.poolStats()))
                .description(meaning)
                .tag("backend", backend.id())
                .register(registry);
    }
}
