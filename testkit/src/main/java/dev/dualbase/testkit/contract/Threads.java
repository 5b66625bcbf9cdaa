// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads beside that of a case. */
final class Threads {
    private static final int LONGEST_WAIT_SECONDS = 30;

    private Threads() {}

    /** Runs in another thread and waits for its end; what it throws is thrown here. */
    static void elsewhere(Runnable body) {
        together(1, () -> {
            body.run();
            return true;
        });
    }

    /** Runs in as many threads at once, and gives what each returned. */
    static <T> List<T> together(int count, Callable<T> body) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(() -> {
                    meet(start);
                    return body.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError("a thread of the case failed", failed.getCause());
        } catch (InterruptedException | TimeoutException stuck) {
            throw new AssertionError("a thread of the case did not end", stuck);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Lets time pass. */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new AssertionError("the case was interrupted", interrupted);
        }
    }

    /** Waits until all threads are here. */
    static void meet(CyclicBarrier place) {
        try {
            place.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException stuck) {
            throw new AssertionError("the threads of the case did not meet", stuck);
        }
    }
}
