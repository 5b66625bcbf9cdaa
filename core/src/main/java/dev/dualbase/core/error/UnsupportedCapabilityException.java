// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * This backend cannot do what was asked. It is refused before anything is sent; another backend may be able to.
 * SQLSTATE 0A000.
 */
public final class UnsupportedCapabilityException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public UnsupportedCapabilityException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /** A failure of this kind that needs no further names. */
    public UnsupportedCapabilityException(String what) {
        this(what, ErrorInfo.none(), null);
    }
}
