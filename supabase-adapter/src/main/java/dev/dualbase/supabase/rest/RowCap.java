// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What is known of the server's bound on the rows of one answer ({@code db-max-rows}, 1,000 on Supabase). The server cuts an
 * answer without a word. So an answer that is shorter than asked is the last one only if the server has been seen to give
 * more at once; else the next page has to be asked for, to find it empty. A bound of less than {@value #LEAST} is not
 * supported.
 *
 * <p>An administrator may lower the bound under a running service, so what was seen counts for a minute.
 */
final class RowCap {

    private static final int LEAST = 2;
    private static final long VALID_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier clock;
    private volatile Seen seen = new Seen(LEAST, Long.MIN_VALUE);

    RowCap() {
        this(System::nanoTime);
    }

    /** With a clock of nanoseconds. */
    RowCap(LongSupplier clock) {
        this.clock = clock;
    }

    private record Seen(int rows, long atNanos) {}

    /** Takes note of an answer. */
    void saw(int rows) {
        Seen before = seen;
        if (rows >= before.rows || isStale(before)) {
            seen = new Seen(Math.max(rows, LEAST), clock.getAsLong());
        }
    }

    /** Whether an answer of so few rows was not cut by the server. */
    boolean isBelow(int rows) {
        Seen now = seen;
        return rows < (isStale(now) ? LEAST : now.rows);
    }

    private boolean isStale(Seen sight) {
        return sight.rows > LEAST && clock.getAsLong() - sight.atNanos > VALID_NANOS;
    }
}
