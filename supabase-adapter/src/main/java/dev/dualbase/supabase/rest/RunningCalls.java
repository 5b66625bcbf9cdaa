// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls that wait for an answer, so that they can be ended. */
final class RunningCalls {
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    boolean areEnded() {
        return ended;
    }

    /** Takes note of a call until it is done. It is cancelled at once if the others were. */
    <T> CompletableFuture<T> add(CompletableFuture<T> call) {
        running.add(call);
        call.whenComplete((@Nullable T answer, @Nullable Throwable failure) -> running.remove(call));
        if (ended) {
            call.cancel(true);
        }
        return call;
    }

    /** Cancels all calls, and those that may come. */
    void end() {
        ended = true;
        running.forEach(call -> call.cancel(true));
    }
}
