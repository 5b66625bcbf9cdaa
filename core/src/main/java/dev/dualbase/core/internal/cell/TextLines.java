// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.util.List;
import org.jooq.Record;

/** Rows in the text format: a line each, tabs between the values. */
final class TextLines implements CopyLines {

    private final List<CellColumn> columns;
    private final CellText lines = CellText.forCopy();

    TextLines(List<CellColumn> columns) {
        this.columns = columns;
    }

    @Override
    public String options() {
        return "encoding 'UTF8'";
    }

    @Override
    public void add(Record row) {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                lines.raw('\t');
            }
            columns.get(i).writeField(row, lines);
        }
        lines.raw('\n');
    }

    @Override
    public void end() {}

    @Override
    public CellBuffer buffer() {
        return lines;
    }
}
