// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.bulk;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.WriteResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up what the statements of an upsert did. For one thread.
 *
 * @param <R> the type of a row
 */
public final class UpsertTotals<R> {

    private final List<R> rows = new ArrayList<>();
    private final List<BadRow> badRows;
    private long inserted;
    private long updated;

    /** With the rows that were refused before the first statement. */
    public UpsertTotals(Collection<BadRow> refused) {
        this.badRows = new ArrayList<>(refused);
    }

    /** Adds a statement. */
    public void add(long newRows, long changedRows, Collection<R> stored) {
        inserted += newRows;
        updated += changedRows;
        rows.addAll(stored);
    }

    /** Adds rows that could not be stored. */
    public void addBad(Collection<BadRow> more) {
        badRows.addAll(more);
    }

    /** All of it, bad rows by their index. */
    public WriteResult<R> result() {
        badRows.sort(Comparator.comparingInt(BadRow::index));
        return new WriteResult<>(inserted, updated, 0, rows, badRows);
    }
}
