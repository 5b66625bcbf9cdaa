// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much of what was tried lately failed. */
final class FailureWindow {

    /** How exactly the window ends: by a twentieth of it. */
    private static final int SLOTS = 20;

    private final Clock clock;
    private final long slotMillis;
    private final Deque<Slot> slots = new ArrayDeque<>();

    FailureWindow(Duration length, Clock clock) {
        this.clock = clock;
        this.slotMillis = Math.max(1, length.toMillis() / SLOTS);
    }

    synchronized void add(long succeeded, long failed) {
        forgetOld();
        long number = clock.millis() / slotMillis;
        Slot last = slots.peekLast();
        if (last == null || last.number != number) {
            last = new Slot(number);
            slots.addLast(last);
        }
        last.succeeded += succeeded;
        last.failed += failed;
    }

    /** Between 0 and 1; 0 if nothing was tried. */
    synchronized double rate() {
        forgetOld();
        long failed = slots.stream().mapToLong(slot -> slot.failed).sum();
        long tried = tried();
        return tried == 0 ? 0 : (double) failed / tried;
    }

    synchronized long tried() {
        forgetOld();
        return slots.stream().mapToLong(slot -> slot.failed + slot.succeeded).sum();
    }

    private void forgetOld() {
        long oldest = clock.millis() / slotMillis - SLOTS;
        while (!slots.isEmpty() && slots.getFirst().number <= oldest) {
            slots.removeFirst();
        }
    }

    private static final class Slot {

        private final long number;
        private long succeeded;
        private long failed;

        Slot(long number) {
            this.number = number;
        }
    }
}
