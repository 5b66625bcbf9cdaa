// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Cuts rows into statements that the protocol can carry. */
final class Chunks {

    /** The protocol counts parameters in 16 bits (PostgreSQL manual, 53.7, Bind); half of it keeps statements small. */
    private static final int MAX_PARAMETERS = 32_000;

    private static final int MAX_ROWS = 500;

    private Chunks() {}

    /** Of rows whose cells are parameters. */
    static <T> List<List<T>> of(List<T> rows, int columns) {
        return ofSize(rows, ofValues(columns));
    }

    /** How many rows can go with a parameter for each cell. */
    static int ofValues(int columns) {
        // DEFAULT VALUES, for rows that set nothing, makes one row at a time
        return columns == 0 ? 1 : Math.max(1, Math.min(MAX_ROWS, MAX_PARAMETERS / columns));
    }

    static <T> List<List<T>> ofSize(List<T> rows, int size) {
        if (rows.size() <= size) {
            return List.of(rows);
        }
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            chunks.add(rows.subList(from, Math.min(rows.size(), from + size)));
        }
        return chunks;
    }
}
