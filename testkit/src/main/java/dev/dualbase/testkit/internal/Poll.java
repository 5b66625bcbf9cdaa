// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does. */
public final class Poll {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private Poll() {}

    /** Asks until the answer is yes. Gives up, and returns false, after a time or when the thread is interrupted. */
    public static boolean until(Duration limit, BooleanSupplier question) {
        long begin = System.nanoTime();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() - begin > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }
}
