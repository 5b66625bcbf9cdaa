// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, and independently of the backend how it puts rows.
 *
 * @param order the order
 * @param rows the same for rows of the model, made total by the primary key
 */
record RandomOrder(Order order, Comparator<Row> rows) {
    private static final int MOST = 3;

    /** By columns that have the trait, if there are any. */
    static RandomOrder of(Dice dice, RandomTable table, Trait trait) {
        List<RandomColumn> columns = dice.some(table.columns(trait), MOST);
        List<RandomColumn> chosen = dice.oneIn(5) ? List.of() : columns;
        List<Sort> sorts = new ArrayList<>();
        Comparator<Row> rows = (left, right) -> 0;
        for (RandomColumn column : chosen) {
            boolean descending = dice.oneIn(2);
            boolean nullsFirst = dice.oneIn(2);
            sorts.add(new Sort(column.field(), descending, nullsFirst));
            rows = rows.thenComparing(by(column, descending, nullsFirst));
        }
        for (RandomColumn column : table.primary().columns()) {
            rows = rows.thenComparing(by(column, false, false));
        }
        return new RandomOrder(new Order(sorts), rows);
    }

    private static Comparator<Row> by(RandomColumn column, boolean descending, boolean nullsFirst) {
        return (left, right) -> {
            @Nullable Object a = left.get(column);
            @Nullable Object b = right.get(column);
            if (a == null || b == null) {
                int nullLast = Boolean.compare(a == null, b == null);
                return nullsFirst ? -nullLast : nullLast;
            }
            int order = column.kind().order().compare(a, b);
            return descending ? -order : order;
        };
    }
}
