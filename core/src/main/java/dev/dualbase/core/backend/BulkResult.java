// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.util.List;

/**
 * What a bulk write did. Rows with the same key count once.
 *
 * @param inserted rows that are new
 * @param updated rows that existed and were written
 * @param badRows rows that could not be stored, by index; always empty for an atomic bulk
 */
public record BulkResult(long inserted, long updated, List<BadRow> badRows) {

    /** Copies the list. */
    public BulkResult {
        badRows = List.copyOf(badRows);
    }

    /** Rows that were stored; {@link WriteResult#UNKNOWN} if the bulk waits for the end of its transaction. */
    public long stored() {
        return inserted < 0 || updated < 0 ? WriteResult.UNKNOWN : inserted + updated;
    }
}
