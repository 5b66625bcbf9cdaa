// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that the thread of the {@link Loop} does for another one, which waits until it is in force. */
final class Command<T> {
    private final Supplier<T> deed;
    private final CompletableFuture<Supplier<T>> outcome = new CompletableFuture<>();
    private Supplier<T> answer;

    Command(Supplier<T> deed) {
        this.deed = deed;
        this.answer = deed;
    }

    void run() {
        try {
            T value = deed.get();
            answer = () -> value;
        } catch (RuntimeException e) {
            answer = () -> {
                throw e;
            };
        }
    }

    /** Tells the one who waits. */
    void settle() {
        outcome.complete(answer);
    }

    void refuse(IllegalStateException reason) {
        outcome.completeExceptionally(reason);
    }

    T result() {
        try {
            return outcome.join().get();
        } catch (CompletionException e) {
            throw new IllegalStateException("The proxy is closed", e.getCause());
        }
    }
}
