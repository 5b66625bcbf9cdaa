// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Numbers of clients for one thread: it goes through its own thousand of the main salon in an order that looks random. */
@State(Scope.Thread)
public class Clients {

    private static final int PER_THREAD = 1_000;
    private static final int STEP = 379;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private int first = 1;
    private int turn;

    /** Chooses the thousand. */
    @Setup
    public void choose() {
        first = 1 + Math.floorMod(THREADS.getAndIncrement(), 16) * PER_THREAD;
    }

    int next() {
        turn = (turn + STEP) % PER_THREAD;
        return first + turn;
    }
}
