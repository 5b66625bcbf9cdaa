// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A read without a limit matched more rows than one answer may hold. Nothing is cut silently: ask for a page, or use a
 * stream.
 */
public final class ResultTooLargeException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public ResultTooLargeException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /** A failure of this kind that needs no further names. */
    public ResultTooLargeException(String what) {
        this(what, ErrorInfo.none(), null);
    }
}
