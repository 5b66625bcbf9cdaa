// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets any number of writes through at a time, and changes something while there is none. A thread inside may enter again:
 * it never waits for a change that waits for it. A change that waits holds back writes that come later, so that it gets
 * its turn, and gives up after a while, so that they get theirs.
 */
final class WriteGate {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    void enter() {
        lock.readLock().lock();
    }

    void leave() {
        lock.readLock().unlock();
    }

    /**
     * Runs a change while no write is under way.
     *
     * @throws QueryTimeoutException if one still is after the wait, or the thread is interrupted; nothing has changed then
     * @throws UnsupportedCapabilityException within a transaction, which would wait for itself
     */
    void whileClosed(Duration wait, Runnable change) {
        if (lock.getReadHoldCount() > 0) {
            throw new UnsupportedCapabilityException("the plan cannot change inside a transaction: apply it outside");
        }
        if (!close(wait)) {
            throw new QueryTimeoutException("the plan was not changed: writes or transactions that began before are not"
                    + " over after " + wait.toMillis() + " ms; try again, or allow more time with drainTimeout");
        }
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean close(Duration wait) {
        try {
            return lock.writeLock().tryLock(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
