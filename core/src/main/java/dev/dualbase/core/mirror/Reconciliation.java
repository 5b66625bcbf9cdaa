// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.util.List;
import java.util.Set;

/**
 * What a comparison of two sides found.
 *
 * @param table the table
 * @param compared rows that were looked at, on the primary and then on the other side
 * @param missing rows that only the primary has
 * @param extra rows that only the other side has
 * @param different rows that are not the same on both
 * @param unsettled rows that were being changed or carried over for longer than the patience: not known
 * @param columns the columns in which rows differ
 * @param sensitiveKeys the primary keys of the first thousand rows that differ: data, which {@link #toString()} leaves out
 */
public record Reconciliation(
        String table,
        long compared,
        long missing,
        long extra,
        long different,
        long unsettled,
        Set<String> columns,
        List<List<String>> sensitiveKeys) {

    /** Copies the collections. */
    public Reconciliation {
        columns = Set.copyOf(columns);
        sensitiveKeys = List.copyOf(sensitiveKeys);
    }

    /** Whether all rows are known to be the same. */
    public boolean isEqual() {
        return missing + extra + different + unsettled == 0;
    }

    /** Names and numbers only. */
    @Override
    public String toString() {
        return table + ": " + compared + " rows compared, " + missing + " missing, " + extra + " extra, " + different
                + " different " + columns + ", " + unsettled + " unsettled";
    }
}
