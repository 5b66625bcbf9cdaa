// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A column that must have a value was given none. SQLSTATE 23502. The column is named.
 */
public final class NotNullException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public NotNullException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
