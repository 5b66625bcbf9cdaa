// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Waiting for what other threads and the server do, in tests. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Await() {}

    /** Waits until it is so, and fails the test if it takes long. */
    public static void until(String what, BooleanSupplier condition) {
        if (!Poll.until(LIMIT, condition)) {
            throw new AssertionError("waited in vain until " + what);
        }
    }

    /** Starts a call in a thread of its own; the future gives what it throws, null for nothing. */
    public static CompletableFuture<@Nullable Throwable> failureOf(ThrowingCallable call) {
        CompletableFuture<@Nullable Throwable> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> future.complete(Assertions.catchThrowable(call)), "background");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    /** The result, which has to be there soon. */
    public static <T extends @Nullable Object> T get(CompletableFuture<T> future) {
        return future.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
