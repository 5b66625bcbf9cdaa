// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.concurrent.TimeUnit;

/** How fast bytes may go: a few at a time, then a pause as long as they take. */
final class Pace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SHARES_PER_SECOND = 50;

    private long bytesPerSecond = Long.MAX_VALUE;
    private long freeAt;

    void set(long newBytesPerSecond, long now) {
        if (bytesPerSecond != newBytesPerSecond) {
            bytesPerSecond = newBytesPerSecond;
            freeAt = now;
        }
    }

    /** How long nothing may go. */
    long pause(long now) {
        return bytesPerSecond == Long.MAX_VALUE ? 0 : Math.max(0, freeAt - now);
    }

    /** How many bytes may go at once. */
    long share() {
        return bytesPerSecond == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(1, bytesPerSecond / SHARES_PER_SECOND);
    }

    void sent(int bytes, long now) {
        if (bytesPerSecond != Long.MAX_VALUE) {
            freeAt = now + bytes * SECOND / bytesPerSecond;
        }
    }
}
