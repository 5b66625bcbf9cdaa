// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.internal.binding.CellReader;
import dev.dualbase.core.internal.binding.DirectBinding;
import dev.dualbase.core.internal.record.RecordFactory;
import dev.dualbase.core.internal.record.ValueSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    private final RecordFactory<R> records;
    private final CellReader<?>[] columns;
    private final int[] positions;

    private RowReader(Table<R> table, CellReader<?>[] columns, int[] positions) {
        this.records = new RecordFactory<>(table);
        this.columns = columns;
        this.positions = positions;
    }

    /** For these columns of a table, or null if there is one that only jOOQ can read. */
    static <R extends Record> @Nullable RowReader<R> of(Table<R> table, List<Field<?>> columns) {
        CellReader<?>[] readers = new CellReader<?>[columns.size()];
        int[] positions = new int[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            DirectBinding<?> binding = DirectBinding.of(columns.get(i).getDataType());
            positions[i] = table.indexOf(columns.get(i));
            if (binding == null || positions[i] < 0) {
                return null;
            }
            readers[i] = binding.reader();
        }
        return new RowReader<>(table, readers, positions);
    }

    /** All rows that are left. */
    List<R> all(ResultSet result) throws SQLException {
        ResultSet driver = withoutProxy(result);
        List<R> rows = new ArrayList<>();
        ValueSource<SQLException> current = values -> read(driver, values);
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
        ResultSet driver = withoutProxy(result);
        return records.fetched(values -> read(driver, values));
    }

    /** The result of the driver: that of the pool passes each call on, which counts for each cell. */
    private static ResultSet withoutProxy(ResultSet result) throws SQLException {
        return result.unwrap(ResultSet.class);
    }

    private void read(ResultSet result, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            values[positions[i]] = columns[i].read(result, i + 1);
        }
    }

    /** Rows of a result that is read forward. */
    private final class Rows extends Spliterators.AbstractSpliterator<R> {
        private final ResultSet result;
        private final ValueSource<SQLException> current;

        Rows(ResultSet result) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.result = result;
            this.current = values -> read(result, values);
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
