// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How the other side is while callers are timed. */
enum LoadPhase {
    NO_DUAL_WRITE,
    FINE,
    AWAY,
    SLOW,
    /** Sessions end, or a process is replaced. */
    OTHER;

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
