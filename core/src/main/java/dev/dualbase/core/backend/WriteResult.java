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

    /**
     * A count that is not known yet, because the write waits for the end of a transaction that is sent as a whole: see
     * {@link Capability#ATOMIC_WRITES}. The rows of such a result are completed when the transaction ends.
     */
    public static final long UNKNOWN = -1;

    /** Copies the lists. */
    public WriteResult {
        rows = List.copyOf(rows);
        badRows = List.copyOf(badRows);
    }

    /** Nothing was asked, nothing was done. */
    public static <R> WriteResult<R> nothing() {
        return new WriteResult<>(0, 0, 0, List.of(), List.of());
    }

    /** A write that will be carried out later, with the rows that will be completed then. */
    public static <R> WriteResult<R> later(List<R> rows) {
        return new WriteResult<>(UNKNOWN, UNKNOWN, UNKNOWN, rows, List.of());
    }

    /** Rows that were inserted, updated or deleted; {@link #UNKNOWN} if one of the counts is. */
    public long affected() {
        boolean known = inserted >= 0 && updated >= 0 && deleted >= 0;
        return known ? inserted + updated + deleted : UNKNOWN;
    }

    /** Counts only: values of rows do not belong into logs. */
    @Override
    public String toString() {
        return "WriteResult[inserted=" + inserted + ", updated=" + updated + ", deleted=" + deleted + ", badRows="
                + badRows.size() + "]";
    }
}
