// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Anything else the server reported, such as an exception raised by a trigger. {@link #sqlState()} tells what it is
 * (PostgreSQL manual, appendix A).
 */
public final class ServerErrorException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public ServerErrorException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }
}
