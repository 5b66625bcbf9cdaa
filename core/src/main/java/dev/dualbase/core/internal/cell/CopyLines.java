// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.util.List;
import org.jooq.Record;

/** Rows as COPY reads them. For one thread. */
public sealed interface CopyLines permits TextLines, BinaryLines {

    /**
     * From so many rows on binary spares the server a quarter of its time to read them, of 15 columns on an embedded PostgreSQL
     * 18. It is a third longer than text, which with 1,000 rows costs more than that spares.
     */
    int BINARY_FROM = 3_000;

    /** For so many rows of these columns. */
    static CopyLines of(List<CellColumn> columns, int rows) {
        return rows >= BINARY_FROM && columns.stream().allMatch(CellColumn::hasBinary)
                ? new BinaryLines(columns)
                : new TextLines(columns);
    }

    /** What COPY has to be told in parentheses. */
    String options();

    /** Adds a row. */
    void add(Record row);

    /** Adds what stands behind the last row. */
    void end();

    /** What was added and not yet taken away. */
    CellBuffer buffer();
}
