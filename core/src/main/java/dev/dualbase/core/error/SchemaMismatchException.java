// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The table, column, type or unique index that the code was generated from is not what the database has. SQLSTATE 42*,
 * 3D000 and 3F000. Migrate the database or generate the types anew.
 */
public final class SchemaMismatchException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public SchemaMismatchException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /** A failure of this kind that needs no further names. */
    public SchemaMismatchException(String what) {
        this(what, ErrorInfo.none(), null);
    }
}
