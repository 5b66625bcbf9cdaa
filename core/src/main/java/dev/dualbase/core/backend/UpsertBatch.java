// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<BadRow> badRows = new ArrayList<>();
        Map<RowKey, Row<R>> merged = new LinkedHashMap<>();
        for (int i = 0; i < upsert.rows().size(); i++) {
            Optional<InvalidValueException> refusal =
                    refusal(upsert, upsert.rows().get(i));
            if (refusal.isEmpty()) {
                add(merged, upsert, i);
            } else if (upsert.options().isolatesBadRows()) {
                badRows.add(new BadRow(i, refusal.get()));
            } else {
                throw refusal.get();
            }
        }
        return new UpsertBatch<>(groups(upsert, merged), badRows);
    }

    private static <R extends Record> Optional<InvalidValueException> refusal(Write.Upsert<R> upsert, R row) {
        try {
            RowCheck.check(upsert.table(), row);
            RowCheck.requireKeySet(upsert.table(), row, upsert.key());
            return Optional.empty();
        } catch (InvalidValueException refused) {
            return Optional.of(refused);
        }
    }

    private static <R extends Record> void add(Map<RowKey, Row<R>> merged, Write.Upsert<R> upsert, int index) {
        R record = upsert.rows().get(index);
        RowKey key = RowKey.of(record, upsert.key(), index);
        Row<R> row = new Row<>(record, List.of(index));
        merged.merge(key, row, (earlier, later) -> merge(upsert, earlier, later));
    }

    private static <R extends Record> Row<R> merge(Write.Upsert<R> upsert, Row<R> earlier, Row<R> later) {
        R record = upsert.table().newRecord();
        for (Row<R> row : List.of(earlier, later)) {
            for (Field<?> column : RowCheck.setColumns(upsert.table(), row.record(), upsert.key())) {
                RowCheck.copy(column, row.record(), record);
            }
        }
        List<Integer> indexes = new ArrayList<>(earlier.indexes());
        indexes.addAll(later.indexes());
        return new Row<>(record, List.copyOf(indexes));
    }

    private static <R extends Record> List<Group<R>> groups(Write.Upsert<R> upsert, Map<RowKey, Row<R>> merged) {
        Map<List<Field<?>>, List<Row<R>>> groups = new LinkedHashMap<>();
        for (Row<R> row : sorted(merged)) {
            List<Field<?>> columns = RowCheck.setColumns(upsert.table(), row.record(), upsert.key());
            groups.computeIfAbsent(columns, any -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(group -> new Group<>(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static <R extends Record> Collection<Row<R>> sorted(Map<RowKey, Row<R>> merged) {
        return merged.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
