// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.time.Duration;

/** How bytes get through. */
record Passage(long delayNanos, long bytesPerSecond) {
    /** A wait for something else than time. */
    static final long NEVER = Long.MAX_VALUE;

    static final Passage FREE = new Passage(0, Long.MAX_VALUE);
    static final Passage HELD = new Passage(NEVER, Long.MAX_VALUE);

    static Passage delayed(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative: " + delay);
        }
        return new Passage(delay.toNanos(), Long.MAX_VALUE);
    }

    static Passage throttled(long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("A line carries 1 byte in a second at least, not " + bytesPerSecond);
        }
        return new Passage(0, bytesPerSecond);
    }

    boolean isHeld() {
        return delayNanos == NEVER;
    }

    /** How long what arrived at a time has to wait still. */
    long wait(long arrived, long now) {
        return isHeld() ? NEVER : Math.max(0, delayNanos - (now - arrived));
    }
}
