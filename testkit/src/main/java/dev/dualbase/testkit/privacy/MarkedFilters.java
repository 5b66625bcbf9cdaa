// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;

/** Every operator on every marked column. */
final class MarkedFilters {

    private final List<Filter> filters = new ArrayList<>();

    private MarkedFilters() {}

    static List<Filter> of(MarkedRow<?> marked) {
        MarkedFilters all = new MarkedFilters();
        Record low = marked.row(0);
        Record high = marked.row(1);
        for (Field<?> column : marked.columns()) {
            all.addTyped(column, low, high);
        }
        all.filters.add(Filters.and(List.copyOf(all.filters)));
        all.filters.add(Filters.or(List.copyOf(all.filters)));
        return all.filters;
    }

    private <T> void addTyped(Field<T> column, Record low, Record high) {
        T value = low.get(column);
        T other = high.get(column);
        if (column.getType() == JSON.class) {
            return; // PostgreSQL does not compare it
        }
        filters.add(Filters.eq(column, value));
        filters.add(Filters.ne(column, value));
        filters.add(Filters.in(column, List.of(value, other)));
        filters.add(Filters.notIn(column, List.of(value, other)));
        filters.add(Filters.isDistinctFrom(column, value));
        filters.add(Filters.not(Filters.eq(column, value)));
        if (column.getType() == JSONB.class) {
            addDocument(typed(column), (JSONB) value);
            return;
        }
        filters.add(Filters.lt(column, value));
        filters.add(Filters.lte(column, value));
        filters.add(Filters.gt(column, value));
        filters.add(Filters.gte(column, value));
        filters.add(Filters.between(column, value, other));
        if (column.getType() == String.class) {
            addText(typed(column), (String) value);
        } else if (value instanceof Object[] array) {
            addArray(MarkedFilters.<Object[]>typed(column), array);
        }
    }

    /** The same column with the type that was asked for just before. */
    @SuppressWarnings("unchecked")
    private static <T> Field<T> typed(Field<?> column) {
        return (Field<T>) column;
    }

    private void addDocument(Field<JSONB> column, JSONB document) {
        filters.add(Filters.jsonContains(column, document));
        filters.add(Filters.jsonTextEq(column, Marks.TEXT, Marks.TEXT, "0"));
    }

    private void addText(Field<String> column, String text) {
        filters.add(Filters.like(column, "%" + text));
        filters.add(Filters.ilike(column, text + "%"));
        filters.add(Filters.contains(column, text));
        filters.add(Filters.containsIgnoreCase(column, text));
        filters.add(Filters.startsWith(column, text));
        filters.add(Filters.endsWith(column, text));
    }

    private <E> void addArray(Field<E[]> column, E[] elements) {
        filters.add(Filters.arrayContains(column, List.of(elements)));
        filters.add(Filters.arrayContainedBy(column, List.of(elements)));
        filters.add(Filters.arrayOverlaps(column, List.of(elements)));
    }
}
