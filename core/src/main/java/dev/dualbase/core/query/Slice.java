// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import java.util.List;

/**
 * Some rows of a longer answer, without the total: that is a count of its own.
 *
 * @param rows the rows
 * @param hasNext whether there are more behind them
 * @param <R> the type of a row
 */
public record Slice<R>(List<R> rows, boolean hasNext) {

    /** Copies the rows. */
    public Slice {
        rows = List.copyOf(rows);
    }

    /** The slice for an answer that was asked for one row more than wanted. */
    public static <R> Slice<R> ofOneMore(List<R> rows, int wanted) {
        boolean hasNext = rows.size() > wanted;
        return new Slice<>(hasNext ? rows.subList(0, wanted) : rows, hasNext);
    }

    /** The number of rows only: values of rows do not belong into logs. */
    @Override
    public String toString() {
        return "Slice[" + rows.size() + " rows, hasNext=" + hasNext + "]";
    }
}
