// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import dev.dualbase.core.backend.BulkResult;
import java.util.OptionalInt;

/**
 * What an answer says about its data.
 *
 * @param rows how many rows were found, or stored; {@link dev.dualbase.core.backend.WriteResult#UNKNOWN} for a batch that
 *     waits for the end of its transaction
 * @param limit how many rows there could be at most, where the call has a limit
 * @param more whether the limit left rows out
 */
public record Metadata(long rows, OptionalInt limit, boolean more) {

    static final Metadata NONE = ofRows(0);

    static Metadata ofRows(long rows) {
        return new Metadata(rows, OptionalInt.empty(), false);
    }

    static Metadata ofPage(int rows, int limit, boolean more) {
        return new Metadata(rows, OptionalInt.of(limit), more);
    }

    static Metadata of(BulkResult batch) {
        return ofRows(batch.stored());
    }
}
