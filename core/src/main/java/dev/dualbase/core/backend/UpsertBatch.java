// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;

/**
 * The rows of an upsert as a backend can send them: checked, rows with the same key merged into one, and grouped by the
 * columns they set, because one statement writes the same columns of all its rows. Within a group rows are sorted by key,
 * so that two upserts at once lock in the same order.
 *
 * @param groups rows that set the same columns
 * @param badRows rows that cannot be sent; always empty unless bad rows are isolated
 * @param <R> the type of a row
 */
public record UpsertBatch<R extends Record>(List<Group<R>> groups, List<BadRow> badRows) {

    /** Copies the lists. */
    public UpsertBatch {
        groups = List.copyOf(groups);
        badRows = List.copyOf(badRows);
    }

    /**
     * Rows that set the same columns.
     *
     * @param columns the columns
     * @param rows the rows
     */
    public record Group<R extends Record>(List<Field<?>> columns, List<Row<R>> rows) {

        /** Counts only. */
        @Override
        public String toString() {
            return "Group[" + columns.size() + " columns, " + rows.size() + " rows]";
        }
    }

    /**
     * A row with its places in the list that was given; several if rows were merged.
     *
     * @param record the values
     * @param indexes the places, ascending
     */
    public record Row<R extends Record>(R record, List<Integer> indexes) {

        /** The report that this row cannot be stored: one entry for each place. */
        public List<BadRow> failed(StorageException why) {
            return indexes.stream().map(index -> new BadRow(index, why)).toList();
        }

        /** The places only: values of rows do not belong into logs. */
        @Override
        public String toString() {
            return "Row" + indexes;
        }
    }

    /**
     * Prepares the rows of an upsert.
     *
     * @throws InvalidValueException naming the column, for a row that leaves a column of the key unset or sets one to a
     *     value it cannot hold, unless bad rows are isolated
     */
    public static <R extends Record> UpsertBatch<R> of(Write.Upsert<R> upsert) {
        SetColumns set = new SetColumns(upsert.table(), upsert.key());
        List<R> given = upsert.rows();
        List<Checked<R>> rows = new ArrayList<>(given.size());
        List<BadRow> badRows = new ArrayList<>(0);
        for (int i = 0; i < given.size(); i++) {
            try {
                BitSet columns = set.checked(given.get(i));
                rows.add(new Checked<>(new Row<>(given.get(i), List.of(i)), columns));
            } catch (InvalidValueException refused) {
                if (!upsert.options().isolatesBadRows()) {
                    throw refused;
                }
                badRows.add(new BadRow(i, refused));
            }
        }
        return new UpsertBatch<>(groups(rows.size() > 1 ? merged(upsert, set, rows) : rows, set), badRows);
    }

    /** A row, and the places of its columns in the table. */
    private record Checked<R extends Record>(Row<R> row, BitSet columns) {}

    /** One row for each key, in the order of the keys, in which they often come. */
    private static <R extends Record> List<Checked<R>> merged(
            Write.Upsert<R> upsert, SetColumns set, List<Checked<R>> rows) {
        List<RowKey> keys = new ArrayList<>(rows.size());
        for (Checked<R> each : rows) {
            Row<R> row = each.row();
            keys.add(RowKey.of(row.record(), upsert.key(), row.indexes().get(0)));
        }
        if (isAscending(keys)) {
            return rows;
        }
        Map<RowKey, Checked<R>> byKey = new LinkedHashMap<>(rows.size() * 2);
        for (int i = 0; i < rows.size(); i++) {
            byKey.merge(keys.get(i), rows.get(i), (earlier, later) -> merge(upsert, set, earlier, later));
        }
        List<Map.Entry<RowKey, Checked<R>>> sorted = new ArrayList<>(byKey.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        return sorted.stream().map(Map.Entry::getValue).toList();
    }

    /** Whether each key is greater than the one before, so that no two are the same. */
    private static boolean isAscending(List<RowKey> keys) {
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).compareTo(keys.get(i - 1)) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static <R extends Record> Checked<R> merge(
            Write.Upsert<R> upsert, SetColumns set, Checked<R> earlier, Checked<R> later) {
        R record = upsert.table().newRecord();
        for (Checked<R> each : List.of(earlier, later)) {
            for (Field<?> column : set.at(each.columns())) {
                RowCheck.copy(column, each.row().record(), record);
            }
        }
        List<Integer> indexes = new ArrayList<>(earlier.row().indexes());
        indexes.addAll(later.row().indexes());
        return new Checked<>(new Row<>(record, List.copyOf(indexes)), set.of(record));
    }

    private static <R extends Record> List<Group<R>> groups(List<Checked<R>> rows, SetColumns set) {
        if (rows.size() == 1) {
            Checked<R> only = rows.get(0);
            return List.of(new Group<>(set.at(only.columns()), List.of(only.row())));
        }
        Map<BitSet, List<Row<R>>> groups = new LinkedHashMap<>();
        for (Checked<R> each : rows) {
            groups.computeIfAbsent(each.columns(), any -> new ArrayList<>()).add(each.row());
        }
        return groups.entrySet().stream()
                .map(group -> new Group<>(set.at(group.getKey()), group.getValue()))
                .toList();
    }
}
