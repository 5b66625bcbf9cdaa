// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A value cannot be stored or compared: wrong type, too long, out of range, malformed, or an argument that has no
 * meaning, such as a negative limit. SQLSTATE 22*, and 54* for values beyond a limit of the server. Most are found before
 * anything is sent. Changing the value is the only way on.
 */
public final class InvalidValueException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of this kind.
     *
     * @param what what happened, without any value of a row
     * @param info the names concerned
     * @param cause what led to it, if its messages carry no value either
     */
    public InvalidValueException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(what, info, cause);
    }

    /**
     * A value that is refused before anything is sent.
     *
     * @param what what is wrong and what to do instead
     * @param sqlState the code a server would have answered with
     * @param table the table, if one is concerned
     * @param column the column, if one is concerned
     */
    public InvalidValueException(String what, String sqlState, @Nullable String table, @Nullable String column) {
        this(what, new ErrorInfo(sqlState, table, column, null, null), null);
    }

    /** An argument that has no meaning whatever the table: SQLSTATE 22023, invalid parameter value. */
    public InvalidValueException(String what) {
        this(what, "22023", null, null);
    }
}
