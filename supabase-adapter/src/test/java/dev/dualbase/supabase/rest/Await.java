// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waiting for what other threads and the server do. */
final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Starts a call in a thread of its own; the future gives what it throws, null for nothing. */
    static CompletableFuture<Throwable> failureOf(ThrowingCallable call) {
        CompletableFuture<Throwable> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> future.complete(Assertions.catchThrowable(call)), "background");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
