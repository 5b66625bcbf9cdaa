// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.retry;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often an operation is run again after a conflict or a lost connection, and how long to wait before. The wait doubles
 * with each attempt and is drawn at random between half of it and the whole, so that competitors do not meet again.
 *
 * <p>A server that asks to be left alone for longer gets that long, if it is not above the longest wait; else the failure is
 * thrown at once.
 *
 * <p>Only failures without effect are retried: {@link TransactionConflictException} and {@link ConnectionFailureException}.
 * An {@link dev.dualbase.core.error.OutcomeUnknownException} never is.
 *
 * @param attempts how often the operation runs at most, the first time included
 * @param firstDelay the wait before the second attempt
 * @param maxDelay the longest wait
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration maxDelay) {

    private static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    /** Refuses fewer than one attempt and negative waits. */
    public RetryPolicy {
        if (attempts < 1 || firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
            throw new InvalidValueException("a retry policy needs 1 attempt or more, and 0 <= firstDelay <= maxDelay");
        }
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return NONE;
    }

    /** This many attempts, waiting from 20 ms up to 1 s between them. */
    public static RetryPolicy attempts(int attempts) {
        return new RetryPolicy(attempts, Duration.ofMillis(20), Duration.ofSeconds(1));
    }

    /**
     * Runs the operation until it succeeds, fails for another reason, or the attempts are used up. The last failure is
     * thrown with the earlier ones suppressed in it, newest first.
     *
     * @param operation what to run; it must be safe to run again
     */
    public <T, X extends Exception> T run(Attempt<T, X> operation) throws X {
        Deque<StorageException> earlier = new ArrayDeque<>();
        for (int attempt = 0; ; attempt++) {
            try {
                return operation.run();
            } catch (StorageException failure) {
                if (!isWithoutEffect(failure) || attempt + 1 >= attempts || !pause(attempt, failure)) {
                    earlier.stream().filter(each -> each != failure).forEach(failure::addSuppressed);
                    throw failure;
                }
                earlier.addFirst(failure);
            }
        }
    }

    private static boolean isWithoutEffect(StorageException failure) {
        return failure instanceof TransactionConflictException || failure instanceof ConnectionFailureException;
    }

    private boolean pause(int attempt, StorageException failure) {
        long ceiling = Math.min(maxDelay.toMillis(), firstDelay.toMillis() << Math.min(attempt, 20));
        long own = ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1);
        long asked = failure instanceof ConnectionFailureException refused
                ? refused.retryAfter().map(Duration::toMillis).orElse(0L)
                : 0;
        if (asked > maxDelay.toMillis()) {
            return false;
        }
        try {
            Thread.sleep(Math.max(own, asked));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * One run of a retried operation.
     *
     * @param <T> what it returns
     * @param <X> what it may throw besides unchecked exceptions
     */
    @FunctionalInterface
    public interface Attempt<T, X extends Exception> {

        /** Runs it once. */
        T run() throws X;
    }
}
