// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A concurrent transaction was in the way, and this one was rolled back. SQLSTATE 40001 (serialization failure) and
 * 40P01 (deadlock). Running the whole transaction again is the remedy.
 */
public final class TransactionConflictException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public TransactionConflictException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
