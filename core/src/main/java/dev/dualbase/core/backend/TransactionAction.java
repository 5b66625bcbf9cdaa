// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * What happens in a transaction that returns nothing. Its exception passes through unchanged after the rollback.
 *
 * @param <X> what it may throw besides unchecked exceptions
 */
@FunctionalInterface
public interface TransactionAction<X extends Exception> {

    /** Runs in the transaction. */
    void run() throws X;

    /** The same as a body that returns a value, which says nothing. */
    default TransactionBody<Boolean, X> asBody() {
        return () -> {
            run();
            return Boolean.TRUE;
        };
    }
}
