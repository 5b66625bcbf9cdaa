// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A row refers to a row that does not exist, or is still referred to. SQLSTATE 23503 and 23001.
 */
public final class ForeignKeyException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public ForeignKeyException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
