// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The server refuses the user or the operation: wrong password, missing grant, row-level security, or a write on a
 * read-only server or transaction. SQLSTATE 28*, 42501 and 25006. Trying again without a change of rights is useless.
 */
public final class AccessDeniedException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public AccessDeniedException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
