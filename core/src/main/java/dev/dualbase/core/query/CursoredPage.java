// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import java.util.List;
import java.util.Optional;

/**
 * A page found by key (keyset paging): its cost does not grow with its number, and rows written meanwhile neither repeat
 * nor hide others.
 *
 * @param rows the rows, in the order asked for, also when paging backward
 * @param next the place to go on from, empty if there are no more rows behind
 * @param previous the place to go back from, empty if there are no rows before
 * @param <R> the type of a row
 */
public record CursoredPage<R>(List<R> rows, Optional<Cursor> next, Optional<Cursor> previous) {

    /** Copies the rows. */
    public CursoredPage {
        rows = List.copyOf(rows);
    }

    /** The number of rows only: values of rows do not belong into logs. */
    @Override
    public String toString() {
        return "CursoredPage[" + rows.size() + " rows]";
    }
}
