// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A row that must exist does not. It has no SQLSTATE: the server answered, and the answer was nothing.
 */
public final class EmptyResultException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public EmptyResultException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /** A failure of this kind that needs no further names. */
    public EmptyResultException(String what) {
        this(what, ErrorInfo.none(), null);
    }
}
