// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.TransactionConflictException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * Tries a change again that another was quicker with. Of all that try at once one succeeds each time, so that the
 * number of attempts bounds how many may.
 */
final class Contention {

    private static final int ATTEMPTS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private Contention() {}

    /**
     * Tries until an attempt succeeds.
     *
     * @throws TransactionConflictException if none does, or the thread is interrupted
     */
    static void retry(String table, BooleanSupplier attempt) {
        for (int i = 1; i <= ATTEMPTS; i++) {
            if (attempt.getAsBoolean()) {
                return;
            }
            pause(table, Math.min(i, LONGEST_PAUSE_MILLIS));
        }
        throw conflict(table, "others changed the row before each of " + ATTEMPTS + " attempts");
    }

    private static void pause(String table, int atMostMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(atMostMillis + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw conflict(table, "interrupted while others changed the row");
        }
    }

    private static TransactionConflictException conflict(String table, String what) {
        return new TransactionConflictException(what, new ErrorInfo("40001", table, null, null, null), null);
    }
}
