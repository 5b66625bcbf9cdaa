// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A row breaks a CHECK constraint, a domain, an exclusion constraint or a partition's bounds. SQLSTATE 23514, 23P01 and
 * 44000. The constraint is named.
 */
public final class CheckViolationException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public CheckViolationException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
