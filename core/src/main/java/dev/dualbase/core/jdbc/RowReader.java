// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.internal.binding.BinaryCell;
import dev.dualbase.core.internal.binding.CellReader;
import dev.dualbase.core.internal.binding.DirectBinding;
import dev.dualbase.core.internal.record.RecordFactory;
import dev.dualbase.core.internal.record.ValueSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Makes records of a result, column by column in the order in which the statement names them. */
final class RowReader<R extends Record> {

    /** How many rows it takes to be worth finding out what came in binary. */
    private static final int FIRST_ROWS = 4;

    private final RecordFactory<R> records;
    private final CellReader<?>[] columns;
    private final int[] positions;
    private final @Nullable BinaryCell[] cells;
    private final @Nullable BinaryCell[] noCells;

    private RowReader(Table<R> table, CellReader<?>[] columns, int[] positions, @Nullable BinaryCell[] cells) {
        this.records = new RecordFactory<>(table);
        this.columns = columns;
        this.positions = positions;
        this.cells = cells;
        this.noCells = new @Nullable BinaryCell[cells.length];
    }

    /** For these columns of a table, or null if there is one that only jOOQ can read. */
    static <R extends Record> @Nullable RowReader<R> of(Table<R> table, List<Field<?>> columns) {
        CellReader<?>[] readers = new CellReader<?>[columns.size()];
        int[] positions = new int[columns.size()];
        @Nullable BinaryCell[] cells = new @Nullable BinaryCell[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            DirectBinding<?> binding = DirectBinding.of(columns.get(i).getDataType());
            positions[i] = table.indexOf(columns.get(i));
            if (binding == null || positions[i] < 0) {
                return null;
            }
            readers[i] = binding.reader();
            cells[i] = BinaryCell.of(columns.get(i).getType());
        }
        return new RowReader<>(table, readers, positions, cells);
    }

    /** All rows that are left. */
    List<R> all(ResultSet result) throws SQLException {
        ResultSet driver = withoutProxy(result);
        List<R> rows = new ArrayList<>();
        ValueSource<SQLException> current = new Current(driver);
        while (driver.next()) {
            rows.add(records.fetched(current));
        }
        return rows;
    }

    /**
     * The rows that are left, one at a time. Only one of them is ever in memory, but for what the driver fetches at once.
     *
     * @throws DataAccessException while it runs, if the driver fails
     */
    Stream<R> stream(ResultSet result) throws SQLException {
        return StreamSupport.stream(new Rows(withoutProxy(result)), false);
    }

    /** The current row. */
    R row(ResultSet result) throws SQLException {
        return records.fetched(new Current(withoutProxy(result)));
    }

    /** The result of the driver: that of the pool passes each call on, which counts for each cell. */
    private static ResultSet withoutProxy(ResultSet result) throws SQLException {
        return result.unwrap(ResultSet.class);
    }

    /**
     * The row at which a result stands. The first rows are read by the driver. At the next one each value that came in binary is
     * read from its bytes as well, and where both are alike this is done from then on: so a column whose type in the database is
     * no longer that of the table is read by the driver alone.
     */
    private final class Current implements ValueSource<SQLException> {
        private final ResultSet result;
        private @Nullable BinaryCell[] binary = noCells;
        private int row;

        Current(ResultSet result) {
            this.result = result;
        }

        @Override
        public void writeTo(@Nullable Object[] values) throws SQLException {
            if (++row == FIRST_ROWS) {
                binary = inBinary();
            }
            for (int i = 0; i < columns.length; i++) {
                BinaryCell cell = binary[i];
                values[positions[i]] = cell == null ? columns[i].read(result, i + 1) : read(cell, i);
            }
        }

        private @Nullable Object read(BinaryCell cell, int column) throws SQLException {
            byte[] bytes = result.getBytes(column + 1);
            Object value = bytes == null ? null : cell.decode(bytes);
            return bytes == null || value != null ? value : columns[column].read(result, column + 1);
        }

        private @Nullable BinaryCell[] inBinary() throws SQLException {
            @Nullable BinaryCell[] found = new @Nullable BinaryCell[cells.length];
            for (int i = 0; i < cells.length; i++) {
                BinaryCell cell = cells[i];
                found[i] = cell != null && cell.isIn(result, i + 1) && isAlike(cell, i) ? cell : null;
            }
            return found;
        }

        private boolean isAlike(BinaryCell cell, int column) throws SQLException {
            byte[] bytes = result.getBytes(column + 1);
            return bytes != null && Objects.equals(cell.decode(bytes), columns[column].read(result, column + 1));
        }
    }

    /** Rows of a result that is read forward. */
    private final class Rows extends Spliterators.AbstractSpliterator<R> {
        private final ResultSet result;
        private final ValueSource<SQLException> current;

        Rows(ResultSet result) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.result = result;
            this.current = new Current(result);
        }

        @Override
        public boolean tryAdvance(Consumer<? super R> action) {
            R row;
            try {
                if (!result.next()) {
                    return false;
                }
                row = records.fetched(current);
            } catch (SQLException failure) {
                throw new DataAccessException("a row could not be fetched", failure);
            }
            action.accept(row);
            return true;
        }
    }
}
