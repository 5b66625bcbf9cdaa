// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * How a transaction runs. All of it belongs to the outermost one; a nested one is a savepoint and inherits it.
 *
 * @param isolation what it sees of others
 * @param readOnly whether writes in it are refused
 * @param timeout how long it may take from begin to commit, empty for no bound of its own
 * @param retry whether the whole of it runs again after a conflict or a lost connection. Its body must then have no
 *     effects besides those on this backend
 * @param subject an operation like those it will hold, empty if not said: a backend that chooses between backends begins
 *     the transaction where that operation would go. It is never carried out
 * @param preference which server it may run on; another one than the primary for reading only
 */
public record TransactionOptions(
        Isolation isolation,
        boolean readOnly,
        Optional<Duration> timeout,
        RetryPolicy retry,
        Optional<Operation> subject,
        ReadPreference preference) {

    private static final TransactionOptions DEFAULTS = new TransactionOptions(
            Isolation.READ_COMMITTED,
            false,
            Optional.empty(),
            RetryPolicy.none(),
            Optional.empty(),
            ReadPreference.PRIMARY);

    /** Refuses a timeout under one millisecond, and writing on a replica. */
    public TransactionOptions {
        if (timeout.isPresent() && timeout.get().toMillis() < 1) {
            throw new InvalidValueException("the timeout of a transaction is at least 1 ms");
        }
        if (preference.allowsReplica() && !readOnly) {
            throw new InvalidValueException("a transaction that writes runs on the primary");
        }
    }

    /** Read committed, read and write, no timeout, no retry. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** The same with another isolation. */
    public TransactionOptions withIsolation(Isolation newIsolation) {
        return new TransactionOptions(newIsolation, readOnly, timeout, retry, subject, preference);
    }

    /** The same, for reading only. */
    public TransactionOptions asReadOnly() {
        return new TransactionOptions(isolation, true, timeout, retry, subject, preference);
    }

    /**
     * The same, for reading only, on a server by this preference. On a replica all reads of the transaction are answered by
     * that one; a serializable one, which replicas do not offer, stays on the primary.
     */
    public TransactionOptions asReadOnly(ReadPreference newPreference) {
        return new TransactionOptions(isolation, true, timeout, retry, subject, newPreference);
    }

    /** The same with a bound on its time. */
    public TransactionOptions withTimeout(Duration newTimeout) {
        return new TransactionOptions(isolation, readOnly, Optional.of(newTimeout), retry, subject, preference);
    }

    /** The same, run again by this policy. */
    public TransactionOptions withRetry(RetryPolicy newRetry) {
        return new TransactionOptions(isolation, readOnly, timeout, newRetry, subject, preference);
    }

    /** The same, about the rows of an operation. */
    public TransactionOptions about(Operation newSubject) {
        return new TransactionOptions(isolation, readOnly, timeout, retry, Optional.of(newSubject), preference);
    }
}
