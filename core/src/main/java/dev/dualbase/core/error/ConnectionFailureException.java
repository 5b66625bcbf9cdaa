// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No answer, and nothing was changed: the server cannot be reached, ended the session before the operation took effect,
 * has no free connection, or the pool had none in time. SQLSTATE 08*, 53300, 57P01 to 57P05, 25P03 and 58*. It is never
 * "not found"; the operation may be tried again.
 */
public final class ConnectionFailureException extends StorageException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public ConnectionFailureException(String what, ErrorInfo info, @Nullable Throwable cause) {
        this(what, info, cause, null);
    }

    /**
     * A failure of this kind, of a server that asks to be left alone for a while.
     *
     * @param retryAfter how long
     */
    public ConnectionFailureException(
            String what, ErrorInfo info, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(what, info, cause);
        this.retryAfter = retryAfter;
    }

    /** A failure of this kind that needs no further names. */
    public ConnectionFailureException(String what) {
        this(what, ErrorInfo.none(), null);
    }

    /** How long the server asked to be left alone (RFC 9110, 10.2.3), if it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
