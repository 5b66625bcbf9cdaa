// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.TransactionBody;
import org.jspecify.annotations.Nullable;

/** The body of a transaction, with its time, in all attempts, and what it threw kept apart from the transaction's. */
final class ObservedBody<T, X extends Exception> implements TransactionBody<T, X> {

    private final TransactionBody<T, X> body;
    private long nanos;
    private @Nullable Throwable thrown;

    ObservedBody(TransactionBody<T, X> body) {
        this.body = body;
    }

    @Override
    public T run() throws X {
        long begin = System.nanoTime();
        CallTimings own = CallTimings.begin();
        try {
            return body.run();
        } catch (Throwable failure) {
            thrown = failure;
            throw failure;
        } finally {
            own.close();
            nanos += System.nanoTime() - begin;
        }
    }

    long nanos() {
        return nanos;
    }

    /** Whether this is the last failure that left the body. */
    boolean hasThrown(Throwable failure) {
        return failure == thrown;
    }
}
