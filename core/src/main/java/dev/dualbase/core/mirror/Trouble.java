// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.StorageException;

/** What a failure of the other side means for the rest of a round. */
enum Trouble {
    /** The other side is not there: nothing more can be done now. */
    AWAY,
    /** It takes no row of this table. */
    TABLE,
    /** Something of its own keeps it busy: trying more rows would take as long for each. */
    SLOW,
    /** It does not take one of the rows, for a value or for the lack of a capability that only this value needs. */
    ROW;

    static Trouble of(StorageException failure) {
        if (failure instanceof ConnectionFailureException || failure instanceof OutcomeUnknownException) {
            return AWAY;
        } else if (failure instanceof SchemaMismatchException || failure instanceof AccessDeniedException) {
            return TABLE;
        }
        return failure instanceof QueryTimeoutException ? SLOW : ROW;
    }
}
