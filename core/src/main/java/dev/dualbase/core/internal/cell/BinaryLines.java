// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.Record;

/** Rows in the binary format: for each the number of its values, and each value behind its length. */
final class BinaryLines implements CopyLines {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int END = -1;

    private final List<CellColumn> columns;
    private final CellBinary lines = new CellBinary();

    BinaryLines(List<CellColumn> columns) {
        this.columns = columns;
        lines.raw(SIGNATURE);
        lines.int32(NO_FLAGS);
        lines.int32(NO_EXTENSION);
    }

    @Override
    public String options() {
        return "format binary";
    }

    @Override
    public void add(Record row) {
        lines.int16(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).writeBinary(row, lines);
        }
    }

    @Override
    public void end() {
        lines.int16(END);
    }

    @Override
    public CellBuffer buffer() {
        return lines;
    }
}
