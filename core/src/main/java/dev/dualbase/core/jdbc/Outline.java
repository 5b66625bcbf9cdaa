// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * An operation taken apart into its {@link Shape} and its values. The values stand in the order in which
 * {@link ConditionTranslator} and those who call it turn them into {@link Parameters}; {@link Statements} checks that.
 */
final class Outline {

    private enum Part {
        ALL_COLUMNS,
        LIMIT,
        OFFSET,
        DESCENDING,
        NULLS_FIRST,
        IGNORE_CASE
    }

    private static final int USUAL_PARTS = 20;
    private static final int USUAL_VALUES = 8;

    private final List<Object> parts;
    private final List<@Nullable Object> values;
    private boolean repeatable = true;

    /**
     * Of one kind of statement.
     *
     * @param kind what tells it from statements of other kinds with the same parts
     */
    Outline(Enum<?> kind) {
        this(kind, 0);
    }

    /** Of one kind of statement that writes so many columns. */
    Outline(Enum<?> kind, int columns) {
        parts = new ArrayList<>(USUAL_PARTS + columns);
        values = new ArrayList<>(USUAL_VALUES + columns);
        parts.add(kind);
    }

    /** Whether the shape says everything; a condition of the host's own has none. */
    boolean isRepeatable() {
        return repeatable;
    }

    /** To be asked for when all parts are there. */
    Shape shape() {
        return new Shape(parts);
    }

    List<@Nullable Object> values() {
        return values;
    }

    @CanIgnoreReturnValue
    Outline part(Object part) {
        parts.add(part);
        return this;
    }

    @CanIgnoreReturnValue
    Outline value(@Nullable Object value) {
        values.add(value);
        return this;
    }

    /** The columns, condition, order and limit of a read. */
    @CanIgnoreReturnValue
    Outline read(Read<?> read) {
        part(read.table());
        columns(read.table(), read.columns());
        filter(read.filter());
        List<Sort> sorts = read.order().sorts();
        for (int i = 0; i < sorts.size(); i++) {
            sort(sorts.get(i));
        }
        read.limit().ifPresent(this::limit);
        return this;
    }

    /** All columns, the usual, are one part. */
    private void columns(Table<?> table, List<Field<?>> columns) {
        if (isAll(table.fields(), columns)) {
            part(Part.ALL_COLUMNS);
        } else {
            part(columns.size());
            columns.forEach(this::part);
        }
    }

    private static boolean isAll(Field<?>[] all, List<Field<?>> columns) {
        boolean same = all.length == columns.size();
        for (int i = 0; same && i < all.length; i++) {
            same = all[i] == columns.get(i);
        }
        return same;
    }

    private void sort(Sort sort) {
        part(sort.column());
        if (sort.descending()) {
            part(Part.DESCENDING);
        }
        if (sort.nullsFirst()) {
            part(Part.NULLS_FIRST);
        }
    }

    private void limit(Limit limit) {
        part(Part.LIMIT).part(limit.rows());
        if (limit.offset() > 0) {
            part(Part.OFFSET).value(limit.offset());
        }
    }

    @CanIgnoreReturnValue
    Outline filter(Filter filter) {
        part(filter.getClass());
        if (filter instanceof Filter.Comparison<?> f) {
            part(f.column()).part(f.operator()).value(f.value());
        } else if (filter instanceof Filter.Between<?> f) {
            part(f.column()).value(f.low()).value(f.high());
        } else if (filter instanceof Filter.In<?> f) {
            in(f);
        } else if (filter instanceof Filter.IsNull f) {
            part(f.column());
        } else if (filter instanceof Filter.TextMatch f) {
            match(f);
        } else if (filter instanceof Filter.ArrayMatch<?> f) {
            part(f.column()).part(f.operator()).value(FilterValues.array(f));
        } else if (filter instanceof Filter.JsonContains f) {
            part(f.column()).value(f.document());
        } else if (filter instanceof Filter.JsonTextEquals f) {
            part(f.column()).value(FilterValues.path(f)).value(f.text());
        } else {
            logic(filter);
        }
        return this;
    }

    private void logic(Filter filter) {
        if (filter instanceof Filter.And f) {
            filters(f.operands());
        } else if (filter instanceof Filter.Or f) {
            filters(f.operands());
        } else if (filter instanceof Filter.Not f) {
            filter(f.operand());
        } else if (filter instanceof Filter.Sql) {
            repeatable = false;
        }
    }

    private void filters(List<Filter> operands) {
        part(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            filter(operands.get(i));
        }
    }

    private <T> void in(Filter.In<T> filter) {
        part(filter.column());
        if (FilterValues.isBoundAsArray(filter)) {
            value(FilterValues.array(filter));
        } else {
            part(filter.values().size());
            filter.values().forEach(this::value);
        }
    }

    private void match(Filter.TextMatch filter) {
        part(filter.column()).part(filter.operator()).value(FilterValues.pattern(filter));
        if (filter.ignoreCase()) {
            part(Part.IGNORE_CASE);
        }
    }

    /** A column of a row to write, with its value. */
    void set(Field<?> column, @Nullable Object value) {
        part(column).value(value);
    }
}
