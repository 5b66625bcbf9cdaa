// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.TableColumns;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Refuses filters that do not fit the operation they are given to, before anything is sent. */
public final class FilterCheck {

    private FilterCheck() {}

    /**
     * Refuses a filter that names a column of another table.
     *
     * @throws dev.dualbase.core.error.SchemaMismatchException naming the column
     */
    public static void forRead(Table<?> table, Filter filter) {
        Objects.requireNonNull(filter, "filter");
        if (filter instanceof Filter.And and) {
            forRead(table, and.operands());
        } else if (filter instanceof Filter.Or or) {
            forRead(table, or.operands());
        } else if (filter instanceof Filter.Not not) {
            forRead(table, not.operand());
        } else {
            requireColumn(table, filter);
        }
    }

    private static void forRead(Table<?> table, List<Filter> operands) {
        for (int i = 0; i < operands.size(); i++) {
            forRead(table, operands.get(i));
        }
    }

    private static void requireColumn(Table<?> table, Filter filter) {
        if (filter instanceof Filter.Comparison<?> f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.Between<?> f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.In<?> f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.IsNull f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.TextMatch f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.ArrayMatch<?> f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.JsonContains f) {
            TableColumns.require(table, f.column());
        } else if (filter instanceof Filter.JsonTextEquals f) {
            TableColumns.require(table, f.column());
        }
    }

    /**
     * Refuses what {@link #forRead} refuses, and a filter that is true whatever the row, unless it is
     * {@link Filters#everyRow()}: an {@code and} of nothing, {@code notIn} with no value, jOOQ's {@code noCondition()}, or
     * a text or array that contains nothing in particular is a lost condition.
     *
     * @throws InvalidValueException naming the table
     */
    public static void forMutation(Table<?> table, @Nullable Filter filter) {
        if (filter == null || (!(filter instanceof Filter.EveryRow) && Constant.of(filter) == Constant.TRUE)) {
            throw new InvalidValueException(
                    "an update or delete on " + table.getName()
                            + " needs a condition; to reach every row pass Filters.everyRow()",
                    "22023",
                    table.getName(),
                    null);
        }
        forRead(table, filter);
    }

    /** What a filter is without looking at a row. */
    private enum Constant {
        TRUE,
        FALSE,
        DEPENDS;

        static Constant of(Filter filter) {
            if (filter instanceof Filter.EveryRow) {
                return TRUE;
            } else if (filter instanceof Filter.NoRow) {
                return FALSE;
            } else if (filter instanceof Filter.In<?> in) {
                return in.values().isEmpty() ? FALSE : DEPENDS;
            } else if (filter instanceof Filter.Sql sql) {
                return isNoCondition(sql.condition()) ? TRUE : DEPENDS;
            } else if (filter instanceof Filter.TextMatch match) {
                return match.operator() != TextOperator.LIKE && match.text().isEmpty() ? TRUE : DEPENDS;
            } else if (filter instanceof Filter.ArrayMatch<?> match) {
                return match.operator() == ArrayOperator.CONTAINS
                                && match.values().isEmpty()
                        ? TRUE
                        : DEPENDS;
            } else if (filter instanceof Filter.And and) {
                return fold(and.operands(), FALSE, TRUE);
            } else if (filter instanceof Filter.Or or) {
                return fold(or.operands(), TRUE, FALSE);
            }
            return filter instanceof Filter.Not not ? of(not.operand()).negated() : DEPENDS;
        }

        /** jOOQ's seed of a dynamic condition, which renders no WHERE at all, and what says the same aloud. */
        private static boolean isNoCondition(Condition condition) {
            return condition == DSL.noCondition() || condition.equals(DSL.trueCondition());
        }

        private static Constant fold(List<Filter> operands, Constant decisive, Constant neutral) {
            List<Constant> folded = operands.stream().map(Constant::of).toList();
            if (folded.contains(decisive)) {
                return decisive;
            }
            return folded.contains(DEPENDS) ? DEPENDS : neutral;
        }

        private Constant negated() {
            return switch (this) {
                case TRUE -> FALSE;
                case FALSE -> TRUE;
                case DEPENDS -> DEPENDS;
            };
        }
    }
}
