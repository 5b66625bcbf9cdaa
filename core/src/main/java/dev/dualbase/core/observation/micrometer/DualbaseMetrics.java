// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.micrometer;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.shadow.ShadowReadBackend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters under {@code dualbase.}. Tags are names of code and configuration, never keys, tenants or other values, so that
 * their number stays small.
 */
public final class DualbaseMetrics {

    private DualbaseMetrics() {}

    /**
     * Timers of calls, for {@link dev.dualbase.core.observation.ObservedBackend}: {@code dualbase.calls}, and apart from it
     * {@code dualbase.calls.waiting}, {@code .connecting} and {@code .executing}. Their tags are backend, repository,
     * operation and outcome: {@code success}, {@code cancelled} or the simple name of the exception.
     */
    public static CallListener calls(MeterRegistry registry) {
        return new CallTimers(registry);
    }

    /**
     * The connections of a pool: {@code dualbase.pool.active}, {@code .idle}, {@code .waiting} and {@code .max}, with the
     * tag backend. Raise an alarm on waiting; a small pool is often full and well.
     */
    public static MeterBinder pool(JdbcBackend backend) {
        return new PoolMeters(backend);
    }

    /**
     * How equal both sides of a dual write are: {@code dualbase.dualwrite.writes}, {@code .mirrored}, {@code .failed},
     * {@code .backlog}, {@code .failing}, {@code .oldest.age} in seconds and {@code .divergence} from 0 to 1, with the tag
     * backend.
     */
    public static MeterBinder dualWrite(DualWriteBackend backend) {
        return new DualWriteMeters(backend);
    }

    /**
     * What became of shadow reads: {@code dualbase.shadow.chosen}, and {@code dualbase.shadow.reads} with the tag outcome,
     * both with the tag backend.
     */
    public static MeterBinder shadowReads(ShadowReadBackend backend) {
        return new ShadowReadMeters(backend);
    }
}
