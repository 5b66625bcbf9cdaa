// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;

/**
 * A condition on the rows of one table, as an immutable value. {@link Filters} makes them; a backend translates all of the
 * sealed hierarchy. Logic is SQL's: a comparison with NULL is unknown, and a row matches only where the whole
 * filter is true.
 *
 * <p>A filter has a {@linkplain #shape() shape} apart from its values. Its text form is the shape, so that it can be
 * logged.
 */
public sealed interface Filter {

    /** Both this and the other. */
    default Filter and(Filter other) {
        return Filters.and(this, other);
    }

    /** This or the other, or both. */
    default Filter or(Filter other) {
        return Filters.or(this, other);
    }

    /**
     * Columns, operators and number of values, but no value: equal for filters that differ in their values only. All of
     * {@link Sql} have one shape.
     */
    default String shape() {
        return FilterShape.of(this);
    }

    /** A column compared with one value, which is never null. */
    record Comparison<T>(Field<T> column, Operator operator, T value) implements Filter {

        /** Checks the value against the column. */
        public Comparison {
            FilterValue.require(column, value, operator.sql());
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** A column between two values, both included. Nothing matches where the first is the greater. */
    record Between<T>(Field<T> column, T low, T high) implements Filter {

        /** Checks both bounds against the column. */
        public Between {
            FilterValue.require(column, low, "between");
            FilterValue.require(column, high, "between");
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** A column equal to one of the values. With no value no row matches, as in an empty set. */
    record In<T>(Field<T> column, List<T> values) implements Filter {

        /** Checks each value against the column. */
        public In {
            values = FilterValue.requireAll(column, values, "in");
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** A column that is NULL. */
    record IsNull(Field<?> column) implements Filter {

        @Override
        public String toString() {
            return shape();
        }
    }

    /** A text column matched with a text. */
    record TextMatch(Field<String> column, TextOperator operator, boolean ignoreCase, String text) implements Filter {

        /** Checks text and, for {@link TextOperator#LIKE}, the pattern. */
        public TextMatch {
            FilterValue.requireText(column, operator, text);
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** An array column compared with a set of values; the order of elements does not matter. */
    record ArrayMatch<T>(Field<T[]> column, ArrayOperator operator, List<T> values) implements Filter {

        /** Checks each value against the element type of the column. */
        public ArrayMatch {
            values = FilterValue.requireElements(column, values, operator.sql());
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** A JSON column that contains a document (PostgreSQL manual, 8.14.3). */
    record JsonContains(Field<JSONB> column, JSONB document) implements Filter {

        /** Checks the document. */
        public JsonContains {
            FilterValue.require(column, document, "contains");
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** A JSON column whose value at a path of keys, read as text, equals a text; unknown where there is none. */
    record JsonTextEquals(Field<JSONB> column, List<String> path, String text) implements Filter {

        /** Refuses an empty path. */
        public JsonTextEquals {
            path = FilterValue.requirePath(column, path, text);
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** All of the operands; without operands every row. */
    record And(List<Filter> operands) implements Filter {

        /** Copies the operands. */
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** One of the operands at least; without operands no row. */
    record Or(List<Filter> operands) implements Filter {

        /** Copies the operands. */
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return shape();
        }
    }

    /** The operand is false; not merely unknown. */
    record Not(Filter operand) implements Filter {

        @Override
        public String toString() {
            return shape();
        }
    }

    /** Every row, said on purpose: the only condition with which a mutation may reach a whole table. */
    record EveryRow() implements Filter {

        @Override
        public String toString() {
            return shape();
        }
    }

    /** No row. */
    record NoRow() implements Filter {

        @Override
        public String toString() {
            return shape();
        }
    }

    /** Any condition of jOOQ, for JDBC only: other backends refuse it. */
    record Sql(Condition condition) implements Filter {

        /** Refuses null. */
        public Sql {
            Objects.requireNonNull(condition, "condition");
        }

        @Override
        public String toString() {
            return shape();
        }
    }
}
