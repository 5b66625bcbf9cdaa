// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.util.List;

/**
 * What a write did.
 *
 * @param inserted rows that are new
 * @param updated rows that existed and were written
 * @param deleted rows that are gone
 * @param rows the stored rows, if they were wanted back
 * @param badRows rows that were left out because they could not be stored, by index
 * @param <R> the type of a row
 */
public record WriteResult<R>(long inserted, long updated, long deleted, List<R> rows, List<BadRow> badRows) {

    /** Copies the lists. */
    public WriteResult {
        rows = List.copyOf(rows);
        badRows = List.copyOf(badRows);
    }

    /** Nothing was asked, nothing was done. */
    public static <R> WriteResult<R> nothing() {
        return new WriteResult<>(0, 0, 0, List.of(), List.of());
    }

    /** Rows that were inserted, updated or deleted. */
    public long affected() {
        return inserted + updated + deleted;
    }

    /** Counts only: values of rows do not belong into logs. */
    @Override
    public String toString() {
        return "WriteResult[inserted=" + inserted + ", updated=" + updated + ", deleted=" + deleted + ", badRows="
                + badRows.size() + "]";
    }
}
