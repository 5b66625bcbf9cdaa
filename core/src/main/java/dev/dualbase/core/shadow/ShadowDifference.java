// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import dev.dualbase.core.backend.Origin;
import java.util.List;
import java.util.Set;

/**
 * Two answers that are not the same.
 *
 * @param origin where the read came from
 * @param table the table
 * @param kind {@code read} or {@code count}
 * @param keyColumns the columns of the primary key
 * @param what what differs, in a few words without values
 * @param columns the columns in which rows of the same key differ
 * @param sensitiveKeys the primary keys of the rows that differ, as far as the read asked for them: data, which
 *     {@link #toString()} leaves out
 */
public record ShadowDifference(
        Origin origin,
        String table,
        String kind,
        List<String> keyColumns,
        String what,
        Set<String> columns,
        List<String> sensitiveKeys) {

    /** Copies the collections. */
    public ShadowDifference {
        keyColumns = List.copyOf(keyColumns);
        columns = Set.copyOf(columns);
        sensitiveKeys = List.copyOf(sensitiveKeys);
    }

    /** Names and numbers only. */
    @Override
    public String toString() {
        return origin + " " + kind + " " + table + " (by " + String.join(", ", keyColumns) + "): " + what
                + (columns.isEmpty() ? "" : " " + columns);
    }
}
