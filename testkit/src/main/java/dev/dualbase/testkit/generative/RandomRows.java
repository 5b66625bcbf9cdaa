// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Random rows for a table: whole ones to begin with, and those that a write sets. */
final class RandomRows {
    private static final int MOST_ROWS = 30;

    private final Dice dice;
    private final RandomTable table;
    private final Model model;

    RandomRows(Dice dice, RandomTable table, Model model) {
        this.dice = dice;
        this.table = table;
        this.model = model;
    }

    /** Rows with all columns set, fit to be stored. */
    List<Row> whole() {
        List<Row> rows = new ArrayList<>();
        for (int tries = dice.below(MOST_ROWS + 1); tries > 0; tries--) {
            Row row = Row.empty();
            for (RandomColumn column : table.columns()) {
                boolean absent = column.plan().nullable() && dice.oneIn(5);
                row.set(column, absent ? null : column.kind().value(dice));
            }
            if (rows.stream().noneMatch(each -> sharesKey(each, row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean sharesKey(Row left, Row right) {
        return table.keys().stream().anyMatch(key -> key.isSame(left, right));
    }

    /** The columns of a new row: those that it cannot do without, nearly always, and some others. */
    List<RandomColumn> columnsOfNew() {
        return table.columns().stream()
                .filter(column -> dice.oneIn(2) || (!isFilled(column) && !dice.oneIn(40)))
                .toList();
    }

    private static boolean isFilled(RandomColumn column) {
        return !column.refuses(column.defaultValue());
    }

    Row setting(List<RandomColumn> columns) {
        Row row = Row.empty();
        columns.forEach(column -> row.set(
                column,
                dice.oneIn(column.plan().nullable() ? 5 : 60)
                        ? null
                        : column.kind().value(dice)));
        return row;
    }

    /** Rows for an upsert by a key; some have the key of a row that is there. */
    List<Row> forUpsert(RandomKey key, int count, boolean mixed) {
        List<RandomColumn> columns = columnsOfNew();
        return dice.list(count, () -> forUpsert(key, mixed ? columnsOfNew() : columns));
    }

    private Row forUpsert(RandomKey key, List<RandomColumn> columns) {
        Row row = setting(columns);
        Row source = dice.oneIn(2) && !model.rows().isEmpty() ? dice.pick(model.rows()) : null;
        for (RandomColumn column : key.columns()) {
            boolean taken = source != null && source.get(column) != null;
            row.set(
                    column,
                    taken
                            ? Objects.requireNonNull(source).get(column)
                            : column.kind().value(dice));
        }
        return row;
    }

    /** What an update sets: rarely a column of a key. */
    Row changes() {
        List<RandomColumn> others = table.columns().stream()
                .filter(column -> dice.oneIn(12)
                        || table.keys().stream().noneMatch(key -> key.columns().contains(column)))
                .toList();
        return setting(dice.some(others.isEmpty() ? table.columns() : others, 3));
    }
}
