// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Values of some columns: a row of the model with all of them, or those that a write sets. */
final class Row {
    private final TreeMap<Integer, Optional<Object>> values;

    private Row(TreeMap<Integer, Optional<Object>> values) {
        this.values = values;
    }

    static Row empty() {
        return new Row(new TreeMap<>());
    }

    @Nullable
    Object get(RandomColumn column) {
        return values.getOrDefault(column.index(), Optional.empty()).orElse(null);
    }

    boolean has(RandomColumn column) {
        return values.containsKey(column.index());
    }

    void set(RandomColumn column, @Nullable Object value) {
        values.put(column.index(), Optional.ofNullable(value));
    }

    /** This row with the values that another sets in some columns. */
    Row with(Row changes, Predicate<RandomColumn> which, RandomTable table) {
        Row changed = new Row(new TreeMap<>(values));
        table.columns().stream()
                .filter(column -> changes.has(column) && which.test(column))
                .forEach(column -> changed.set(column, changes.get(column)));
        return changed;
    }

    /** The columns that it sets. */
    List<RandomColumn> columns(RandomTable table) {
        return table.columns().stream().filter(this::has).toList();
    }

    /** A record with the same columns set. */
    Record toRecord(RandomTable table) {
        Record made = table.newRecord();
        for (RandomColumn column : columns(table)) {
            made.set(column.<Object>as(), ColumnKind.java(get(column)));
            made.changed(column.field(), true);
        }
        return made;
    }

    static List<Record> toRecords(RandomTable table, List<Row> rows) {
        List<Record> made = new ArrayList<>();
        rows.forEach(row -> made.add(row.toRecord(table)));
        return made;
    }
}
