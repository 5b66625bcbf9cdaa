// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.type.UnboundedType;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Filters as jOOQ conditions. */
final class ConditionTranslator {

    private final Parameters parameters;

    ConditionTranslator(Parameters parameters) {
        this.parameters = parameters;
    }

    Condition translate(Filter filter) {
        if (filter instanceof Filter.Comparison<?> f) {
            return compare(f);
        } else if (filter instanceof Filter.Between<?> f) {
            return between(f);
        } else if (filter instanceof Filter.In<?> f) {
            return in(f);
        } else if (filter instanceof Filter.IsNull f) {
            return f.column().isNull();
        } else if (filter instanceof Filter.TextMatch f) {
            return match(f);
        } else if (filter instanceof Filter.ArrayMatch<?> f) {
            return array(f);
        } else if (filter instanceof Filter.JsonContains f) {
            return condition("{0} @> {1}", f.column(), parameters.of(f.document(), f.column()));
        } else if (filter instanceof Filter.JsonTextEquals f) {
            Field<String[]> path = parameters.of(FilterValues.path(f), SQLDataType.CLOB.array());
            return condition("{0} #>> {1} = {2}", f.column(), path, parameters.of(f.text(), SQLDataType.CLOB));
        }
        return logic(filter);
    }

    private Condition logic(Filter filter) {
        if (filter instanceof Filter.And f) {
            return f.operands().isEmpty() ? trueCondition() : DSL.and(translate(f.operands()));
        } else if (filter instanceof Filter.Or f) {
            return f.operands().isEmpty() ? falseCondition() : DSL.or(translate(f.operands()));
        } else if (filter instanceof Filter.Not f) {
            return not(f.operand());
        } else if (filter instanceof Filter.EveryRow) {
            return trueCondition();
        } else if (filter instanceof Filter.NoRow) {
            return falseCondition();
        } else if (filter instanceof Filter.Sql f) {
            return f.condition();
        }
        throw new IllegalStateException("Filter is sealed, and all of it is above");
    }

    private List<Condition> translate(List<Filter> operands) {
        return operands.stream().map(this::translate).toList();
    }

    /** {@code is not null} rather than {@code not (.. is null)}: the planner knows it better. */
    private Condition not(Filter operand) {
        return operand instanceof Filter.IsNull isNull ? isNull.column().isNotNull() : DSL.not(translate(operand));
    }

    private <T> Condition compare(Filter.Comparison<T> f) {
        Field<T> value = bound(f.value(), f.column());
        return switch (f.operator()) {
            case EQ -> f.column().eq(value);
            case NE -> f.column().ne(value);
            case LT -> f.column().lt(value);
            case LTE -> f.column().le(value);
            case GT -> f.column().gt(value);
            case GTE -> f.column().ge(value);
            case IS_DISTINCT_FROM -> f.column().isDistinctFrom(value);
        };
    }

    private <T> Condition between(Filter.Between<T> f) {
        return f.column().between(bound(f.low(), f.column()), bound(f.high(), f.column()));
    }

    private <T> Condition in(Filter.In<T> f) {
        if (f.values().isEmpty()) {
            return falseCondition();
        } else if (f.values().size() == 1) {
            return f.column().eq(bound(f.values().get(0), f.column()));
        } else if (FilterValues.isBoundAsArray(f)) {
            DataType<T> elementType = UnboundedType.of(f.column().getDataType());
            return f.column().eq(any(parameters.of(FilterValues.array(f), elementType.array())));
        }
        return f.column()
                .in(f.values().stream().map(each -> bound(each, f.column())).toList());
    }

    private Condition match(Filter.TextMatch f) {
        Field<String> pattern = parameters.of(FilterValues.pattern(f), SQLDataType.VARCHAR);
        return f.ignoreCase()
                ? f.column().likeIgnoreCase(pattern, FilterValues.ESCAPE)
                : f.column().like(pattern, FilterValues.ESCAPE);
    }

    private Condition array(Filter.ArrayMatch<?> f) {
        Field<?> values = arrayOf(FilterValues.array(f), FilterValues.elementType(f));
        return condition("{0} " + f.operator().sql() + " {1}", f.column(), values);
    }

    @SuppressWarnings("unchecked") // the values are of the type
    private <E> Field<E[]> arrayOf(Object[] values, DataType<E> type) {
        return parameters.of((E[]) values, type.array());
    }

    /** A value by the type of its column, but without the bounds that would cut it to fit. */
    private <T> Field<T> bound(T value, Field<T> column) {
        return parameters.of(value, UnboundedType.of(column.getDataType()));
    }
}
