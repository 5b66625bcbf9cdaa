// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * What happens in a transaction. Its exception passes through unchanged after the rollback.
 *
 * @param <T> what it returns
 * @param <X> what it may throw besides unchecked exceptions
 */
@FunctionalInterface
public interface TransactionBody<T, X extends Exception> {

    /** Runs in the transaction. */
    T run() throws X;
}
