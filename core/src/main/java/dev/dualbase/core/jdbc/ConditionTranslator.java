// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.type.UnboundedType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Filters as jOOQ conditions. */
final class ConditionTranslator {

    private static final char ESCAPE = '\\';

    /** Types whose array form pgjdbc binds exactly: one parameter, and one statement for any number of values. */
    private static final Set<Class<?>> BINDABLE_AS_ARRAY =
            Set.of(String.class, Long.class, Integer.class, Short.class, UUID.class);

    private ConditionTranslator() {}

    static Condition translate(Filter filter) {
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
            return condition("{0} @> {1}", f.column(), val(f.document(), f.column()));
        } else if (filter instanceof Filter.JsonTextEquals f) {
            String[] path = f.path().toArray(String[]::new);
            return condition("{0} #>> {1} = {2}", f.column(), val(path, SQLDataType.CLOB.array()), val(f.text()));
        }
        return logic(filter);
    }

    private static Condition logic(Filter filter) {
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

    private static List<Condition> translate(List<Filter> operands) {
        return operands.stream().map(ConditionTranslator::translate).toList();
    }

    /** {@code is not null} rather than {@code not (.. is null)}: the planner knows it better. */
    private static Condition not(Filter operand) {
        return operand instanceof Filter.IsNull isNull ? isNull.column().isNotNull() : DSL.not(translate(operand));
    }

    private static <T> Condition compare(Filter.Comparison<T> f) {
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

    private static <T> Condition between(Filter.Between<T> f) {
        return f.column().between(bound(f.low(), f.column()), bound(f.high(), f.column()));
    }

    private static <T> Condition in(Filter.In<T> f) {
        Class<T> type = f.column().getType();
        if (f.values().isEmpty()) {
            return falseCondition();
        } else if (f.values().size() == 1) {
            return f.column().eq(bound(f.values().get(0), f.column()));
        } else if (BINDABLE_AS_ARRAY.contains(type)) {
            DataType<T> elementType = UnboundedType.of(f.column().getDataType());
            return f.column().eq(any(val(typed(f.values(), type), elementType.array())));
        }
        return f.column()
                .in(f.values().stream().map(each -> bound(each, f.column())).toList());
    }

    private static Condition match(Filter.TextMatch f) {
        String pattern = switch (f.operator()) {
            case LIKE -> f.text();
            case CONTAINS -> "%" + literal(f.text()) + "%";
            case STARTS_WITH -> literal(f.text()) + "%";
            case ENDS_WITH -> "%" + literal(f.text());
        };
        return f.ignoreCase()
                ? f.column().likeIgnoreCase(pattern, ESCAPE)
                : f.column().like(pattern, ESCAPE);
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static <T> Condition array(Filter.ArrayMatch<T> f) {
        DataType<?> elementType = f.column().getDataType().getArrayComponentDataType();
        return condition("{0} " + f.operator().sql() + " {1}", f.column(), arrayOf(f.values(), elementType));
    }

    private static <E> Field<E[]> arrayOf(List<?> values, @Nullable DataType<E> elementType) {
        DataType<E> type =
                UnboundedType.of(Objects.requireNonNull(elementType, "a filter on arrays is checked when made"));
        List<E> typed = values.stream().map(type.getType()::cast).toList();
        return val(typed(typed, type.getType()), type.array());
    }

    /** A value by the type of its column, but without the bounds that would cut it to fit. */
    private static <T> Field<T> bound(T value, Field<T> column) {
        return val(value, UnboundedType.of(column.getDataType()));
    }

    @SuppressWarnings("unchecked") // an array of the values' own class
    private static <T> T[] typed(List<T> values, Class<?> element) {
        return values.toArray((T[]) java.lang.reflect.Array.newInstance(element, values.size()));
    }
}
