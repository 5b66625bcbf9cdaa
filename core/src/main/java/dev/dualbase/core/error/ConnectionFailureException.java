// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * No answer, and nothing was changed: the server cannot be reached, ended the session before the operation took effect,
 * has no free connection, or the pool had none in time. SQLSTATE 08*, 53300, 57P01 to 57P05, 25P03 and 58*. It is never
 * "not found"; the operation may be tried again.
 */
public final class ConnectionFailureException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public ConnectionFailureException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /** A failure of this kind that needs no further names. */
    public ConnectionFailureException(String what) {
        this(what, ErrorInfo.none(), null);
    }
}
