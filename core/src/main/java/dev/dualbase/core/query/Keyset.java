// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.type.ColumnText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging as a filter and an order, so that every backend can do it. jOOQ's own {@code seek} knows no NULLs in the
 * order (jOOQ #2786) and returns the wrong page backward (jOOQ #6380).
 */
public final class Keyset {

    private final Order order;
    private final @Nullable Cursor cursor;

    /**
     * The page that begins or ends at a cursor.
     *
     * @param order a {@linkplain Order#total total} order
     * @param cursor the place, null for the beginning
     * @throws dev.dualbase.core.error.InvalidValueException naming a column of the order that has no text form
     */
    public Keyset(Order order, @Nullable Cursor cursor) {
        order.sorts().forEach(sort -> ColumnText.require(sort.column()));
        this.order = order;
        this.cursor = cursor;
    }

    private boolean backward() {
        return cursor != null && cursor.backward();
    }

    /** The order to read in: the opposite when paging backward. */
    public Order readOrder() {
        return backward() ? order.reversed() : order;
    }

    /** The columns to read: those that are wanted, and those that the next cursor needs. */
    public List<Field<?>> columnsWith(List<Field<?>> wanted) {
        Set<Field<?>> columns = new LinkedHashSet<>(wanted);
        order.sorts().forEach(sort -> columns.add(sort.column()));
        return List.copyOf(columns);
    }

    /**
     * The condition for rows behind the cursor in {@link #readOrder()}.
     *
     * @throws dev.dualbase.core.error.InvalidValueException if the cursor was made for another order
     */
    public Filter filter() {
        if (cursor == null) {
            return Filters.everyRow();
        }
        List<@Nullable Object> values = cursor.valuesFor(order);
        List<Sort> sorts = readOrder().sorts();
        List<Filter> alternatives = new ArrayList<>();
        List<Filter> equalSoFar = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            List<Filter> alternative = new ArrayList<>(equalSoFar);
            alternative.add(behind(sorts.get(i), values.get(i)));
            alternatives.add(Filters.and(alternative));
            equalSoFar.add(same(sorts.get(i).column(), values.get(i)));
        }
        return Filters.and(notBefore(sorts.get(0), values.get(0)), Filters.or(alternatives));
    }

    /** Follows from the alternatives, and lets an index on the first column skip to the place. */
    private static Filter notBefore(Sort sort, @Nullable Object value) {
        if (value == null) {
            return sort.nullsFirst() ? Filters.everyRow() : Filters.isNull(sort.column());
        }
        Filter notLess = fromOn(sort.column(), sort.descending(), value);
        return sort.nullsFirst() || !sort.nullable() ? notLess : Filters.or(notLess, Filters.isNull(sort.column()));
    }

    private static <T> Filter fromOn(Field<T> column, boolean descending, Object value) {
        T typed = column.getType().cast(value);
        return descending ? Filters.lte(column, typed) : Filters.gte(column, typed);
    }

    private static Filter behind(Sort sort, @Nullable Object value) {
        if (value == null) {
            return sort.nullsFirst() ? Filters.isNotNull(sort.column()) : Filters.noRow();
        }
        Filter greater = beyond(sort.column(), sort.descending(), value);
        return sort.nullsFirst() || !sort.nullable() ? greater : Filters.or(greater, Filters.isNull(sort.column()));
    }

    private static <T> Filter beyond(Field<T> column, boolean descending, Object value) {
        T typed = column.getType().cast(value);
        return descending ? Filters.lt(column, typed) : Filters.gt(column, typed);
    }

    private static <T> Filter same(Field<T> column, @Nullable Object value) {
        return value == null
                ? Filters.isNull(column)
                : Filters.eq(column, column.getType().cast(value));
    }

    /**
     * The page, from rows read by {@link #filter()} in {@link #readOrder()} with room for one more than wanted.
     *
     * @param read the rows as read
     * @param wanted the size of a page
     */
    public <R extends Record> CursoredPage<R> page(List<R> read, int wanted) {
        Slice<R> slice = Slice.ofOneMore(read, wanted);
        List<R> rows = new ArrayList<>(slice.rows());
        if (backward()) {
            Collections.reverse(rows);
        }
        boolean hasNext = backward() || slice.hasNext();
        boolean hasPrevious = backward() ? slice.hasNext() : cursor != null;
        return new CursoredPage<>(rows, nextOf(rows, hasNext), previousOf(rows, hasPrevious));
    }

    private <R extends Record> Optional<Cursor> nextOf(List<R> rows, boolean present) {
        return present && !rows.isEmpty()
                ? Optional.of(Cursor.after(order, rows.get(rows.size() - 1)))
                : Optional.empty();
    }

    private <R extends Record> Optional<Cursor> previousOf(List<R> rows, boolean present) {
        return present && !rows.isEmpty() ? Optional.of(Cursor.before(order, rows.get(0))) : Optional.empty();
    }
}
