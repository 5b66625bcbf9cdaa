// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.ArrayOperator;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Operator;
import dev.dualbase.core.internal.text.TextFormat;
import dev.dualbase.supabase.rest.Condition.Leaf;
import dev.dualbase.supabase.rest.Condition.Logic;
import dev.dualbase.supabase.rest.Condition.Scalar;
import dev.dualbase.supabase.rest.Condition.Tree;
import dev.dualbase.supabase.rest.Condition.Values;
import dev.dualbase.supabase.rest.Condition.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * Filters as conditions of PostgREST. Negations are moved to the leaves, which changes nothing in three-valued logic, so
 * that most conditions are a plain list of leaves.
 */
final class ConditionTranslator {

    private static final Word NULL = new Word("null");

    private final Table<?> table;

    private ConditionTranslator(Table<?> table) {
        this.table = table;
    }

    /**
     * The condition for the rows of a filter.
     *
     * @throws UnsupportedCapabilityException for {@code Filters.sql}
     */
    static Condition translate(Table<?> table, Filter filter) {
        return new ConditionTranslator(table).translate(filter, false);
    }

    private Condition translate(Filter filter, boolean not) {
        if (filter instanceof Filter.Comparison<?> f) {
            return compare(f, not);
        } else if (filter instanceof Filter.Between<?> f) {
            return between(f, not);
        } else if (filter instanceof Filter.In<?> f) {
            return in(f, not);
        } else if (filter instanceof Filter.IsNull f) {
            return leaf(f.column(), not, "is", NULL);
        } else if (filter instanceof Filter.TextMatch f) {
            return text(f, not);
        } else if (filter instanceof Filter.ArrayMatch<?> f) {
            return leaf(f.column(), not, word(f.operator()), (Condition.Value) new Scalar(ArrayLiteral.of(f)));
        } else if (filter instanceof Filter.JsonContains f) {
            return leaf(f.column(), not, "cs", new Scalar(f.document().data()));
        } else if (filter instanceof Filter.JsonTextEquals f) {
            return jsonTextEquals(f, not);
        }
        return logic(filter, not);
    }

    private Condition logic(Filter filter, boolean not) {
        if (filter instanceof Filter.And f) {
            return join(not ? Logic.OR : Logic.AND, f.operands(), not);
        } else if (filter instanceof Filter.Or f) {
            return join(not ? Logic.AND : Logic.OR, f.operands(), not);
        } else if (filter instanceof Filter.Not f) {
            return translate(f.operand(), !not);
        } else if (filter instanceof Filter.EveryRow) {
            return constant(!not);
        } else if (filter instanceof Filter.NoRow) {
            return constant(not);
        }
        throw new UnsupportedCapabilityException(
                "a filter on " + table.getName() + " is SQL, which REST does not offer (" + Capability.SQL_CONDITIONS
                        + "); use the factories of Filters");
    }

    private Condition join(Logic logic, List<Filter> operands, boolean not) {
        return joined(
                logic, operands.stream().map(operand -> translate(operand, not)).toList());
    }

    private Condition joined(Logic logic, List<Condition> operands) {
        return switch (operands.size()) {
            case 0 -> constant(logic == Logic.AND);
            case 1 -> operands.get(0);
            default -> new Tree(logic, operands);
        };
    }

    private static Leaf leaf(Field<?> column, boolean not, String operator, Condition.Value value) {
        return new Leaf(Quoted.column(column), not ? "not." + operator : operator, value);
    }

    private static <T> Leaf leaf(Field<T> column, boolean not, String operator, T value) {
        return leaf(column, not, operator, (Condition.Value) new Scalar(TextFormat.write(column, value)));
    }

    private static <T> Condition compare(Filter.Comparison<T> f, boolean not) {
        return leaf(f.column(), not, word(f.operator()), f.value());
    }

    private <T> Condition between(Filter.Between<T> f, boolean not) {
        Leaf low = leaf(f.column(), not, "gte", f.low());
        Leaf high = leaf(f.column(), not, "lte", f.high());
        return new Tree(not ? Logic.OR : Logic.AND, List.of(low, high));
    }

    private Condition text(Filter.TextMatch f, boolean not) {
        List<Condition> patterns = TextPattern.of(f).stream()
                .<Condition>map(pattern -> leaf(f.column(), not, pattern.operator(), new Scalar(pattern.text())))
                .toList();
        return joined(not ? Logic.OR : Logic.AND, patterns);
    }

    /**
     * A list of one value is compared with it: PostgREST takes {@code in.("")} for an empty list. Arrays and documents have
     * no list form.
     */
    private <T> Condition in(Filter.In<T> f, boolean not) {
        Set<String> texts = new LinkedHashSet<>();
        f.values().forEach(value -> texts.add(TextFormat.write(f.column(), value)));
        if (texts.isEmpty()) {
            return constant(not);
        } else if (texts.size() > 1 && hasListForm(f.column())) {
            return leaf(f.column(), not, "in", (Condition.Value) new Values(List.copyOf(texts)));
        }
        return equalToOne(f.column(), texts, not);
    }

    private static boolean hasListForm(Field<?> column) {
        return !StoredType.isArray(column) && !StoredType.isDocument(column);
    }

    private Condition equalToOne(Field<?> column, Set<String> texts, boolean not) {
        Logic logic = not ? Logic.AND : Logic.OR;
        return joined(
                logic,
                texts.stream()
                        .<Condition>map(text -> leaf(column, not, "eq", (Condition.Value) new Scalar(text)))
                        .toList());
    }

    /** A key that reads as a number may be the name of a member or a place in an array, of which at most one is there. */
    private Condition jsonTextEquals(Filter.JsonTextEquals f, boolean not) {
        List<Condition> alternatives = JsonPath.alternatives(f.path()).stream()
                .map(path -> hasText(Quoted.column(f.column()), path, not ? "neq" : "eq", f.text()))
                .toList();
        return joined(Logic.OR, alternatives);
    }

    /** What an array must be contains the empty array, as nothing but arrays does. */
    private Condition hasText(String column, JsonPath path, String operator, String text) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Leaf(column + path.steps(), operator, new Scalar(text)));
        path.arrays().forEach(array -> conditions.add(new Leaf(column + array, "cs", new Scalar("[]"))));
        return joined(Logic.AND, conditions);
    }

    /** True or false for each row: a list of no values, on a column that can be in one. */
    private Condition constant(boolean value) {
        return leaf(anyScalar(), value, "in", (Condition.Value) new Values(List.of()));
    }

    private Field<?> anyScalar() {
        UniqueKey<?> primaryKey = table.getPrimaryKey();
        if (primaryKey != null) {
            return primaryKey.getFields().get(0);
        }
        for (Field<?> column : table.fields()) {
            if (hasListForm(column)) {
                return column;
            }
        }
        throw new UnsupportedCapabilityException(
                "REST needs a column of " + table.getName() + " that is no array and no JSON for this filter");
    }

    private static String word(Operator operator) {
        return switch (operator) {
            case EQ -> "eq";
            case NE -> "neq";
            case LT -> "lt";
            case LTE -> "lte";
            case GT -> "gt";
            case GTE -> "gte";
            case IS_DISTINCT_FROM -> "isdistinct";
        };
    }

    private static String word(ArrayOperator operator) {
        return switch (operator) {
            case CONTAINS -> "cs";
            case CONTAINED_BY -> "cd";
            case OVERLAPS -> "ov";
        };
    }
}
