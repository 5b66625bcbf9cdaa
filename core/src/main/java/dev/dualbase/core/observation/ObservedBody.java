// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.TransactionBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a transaction, with its time, in all attempts, and what it threw kept apart from the transaction's. */
final class ObservedBody<T, X extends Exception> implements TransactionBody<T, X> {

    private final TransactionBody<T, X> body;
    private final CallTimings transaction;
    private long nanos;
    private @Nullable Throwable thrown;

    /**
     * A body.
     *
     * @param transaction the measurement of the transaction around it
     */
    ObservedBody(TransactionBody<T, X> body, CallTimings transaction) {
        this.body = body;
        this.transaction = transaction;
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

    /** The server that the transaction is on, and with it the calls of the body. */
    Optional<String> server() {
        return transaction.server();
    }

    long nanos() {
        return nanos;
    }

    /** Whether this is the last failure that left the body. */
    boolean hasThrown(Throwable failure) {
        return failure == thrown;
    }
}
