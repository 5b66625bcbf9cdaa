// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A row with the same key exists. SQLSTATE 23505. The constraint is named, the key's values are not.
 */
public final class DuplicateKeyException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public DuplicateKeyException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
