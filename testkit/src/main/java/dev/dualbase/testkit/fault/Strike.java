// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fault that waits for its moment, or has struck. Safe for use by several threads. */
public final class Strike {
    private static final int SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Fault fault;
    private final Passage passage;
    private final Moment moment;
    private final Watch watch;
    private volatile boolean struck;

    /** A fault, as {@link FaultProxy#at} says. */
    Strike(Moment moment, Fault fault) {
        this(moment, fault, Passage.HELD);
    }

    /** A line that is slow from a moment on. */
    Strike(Moment moment, Passage passage) {
        this(moment, Fault.STALL, passage);
    }

    private Strike(Moment moment, Fault fault, Passage passage) {
        this.moment = moment;
        this.fault = fault;
        this.passage = passage;
        this.watch = moment.watch();
    }

    /** Whether it has struck, known before either side feels it. It strikes once at most. */
    public boolean struck() {
        return struck;
    }

    /**
     * Waits until it has struck and is in force, for 20 seconds.
     *
     * @throws IllegalStateException if it has not by then
     * @throws InterruptedException if the thread is interrupted
     */
    public void await() throws InterruptedException {
        if (!done.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(this + " has not struck in " + SECONDS + " seconds");
        }
    }

    Fault fault() {
        return fault;
    }

    /** How bytes get through from then on, where the fault leaves the connection open. */
    Passage passage() {
        return passage;
    }

    Watch watch() {
        return watch;
    }

    void begin() {
        struck = true;
    }

    void done() {
        done.countDown();
    }

    @Override
    public String toString() {
        return (passage.isHeld() ? fault : passage) + " " + moment;
    }
}
