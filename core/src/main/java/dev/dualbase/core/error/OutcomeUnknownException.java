// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost while a write or a commit was under way, so it may or may not have taken effect. It is never
 * retried for you: read what is stored, or repeat the operation if it is idempotent.
 */
public final class OutcomeUnknownException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public OutcomeUnknownException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
