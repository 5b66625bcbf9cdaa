// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The statement did not finish in its time, or waited for a lock for too long; it had no effect. SQLSTATE 57014,
 * 55P03 and 25P04.
 */
public final class QueryTimeoutException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public QueryTimeoutException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /** A failure of this kind that needs no further names. */
    public QueryTimeoutException(String what) {
        this(what, ErrorInfo.none(), null);
    }
}
