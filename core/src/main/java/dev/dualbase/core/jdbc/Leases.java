// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is on a connection or waits for one, so that closing can wait for them and let nobody follow. */
final class Leases {

    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore places = new Semaphore(ALL);
    private final AtomicInteger connected = new AtomicInteger();
    private volatile boolean closed;

    /** False once this is closed; after true, {@link #connect()} or {@link #leave()} must follow. */
    boolean enter() {
        return !closed && places.tryAcquire();
    }

    /** It has a connection now; {@link #disconnect()} must follow. */
    void connect() {
        connected.incrementAndGet();
    }

    void disconnect() {
        connected.decrementAndGet();
        leave();
    }

    /** How many are on a connection. */
    int connected() {
        return connected.get();
    }

    /** It goes without a connection. */
    void leave() {
        places.release();
    }

    boolean closed() {
        return closed;
    }

    /** Lets nobody in any more, and waits until all have left; no longer than this, and not if the thread is interrupted. */
    void close(Duration limit) {
        closed = true;
        try {
            boolean empty = places.tryAcquire(ALL, limit.toMillis(), TimeUnit.MILLISECONDS);
            if (empty) {
                places.release(ALL);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
