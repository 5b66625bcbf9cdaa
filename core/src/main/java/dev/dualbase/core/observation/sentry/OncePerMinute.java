// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.sentry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets each name pass once a minute, so that a slow hour is not ten thousand messages. Names are those of code. */
final class OncePerMinute {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<List<String>, Long> passed = new ConcurrentHashMap<>();

    OncePerMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean isDue(List<String> name) {
        long now = nanoTime.getAsLong();
        return passed.merge(name, now, (before, next) -> next - before < MINUTE ? before : next) == now;
    }
}
