// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import dev.dualbase.core.filter.Filter.ArrayMatch;
import dev.dualbase.core.filter.Filter.Comparison;
import dev.dualbase.core.filter.Filter.TextMatch;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes filters: {@code eq(CLIENTS.PHONE, phone).and(isNull(CLIENTS.EMAIL))}. What compiles is portable, except
 * {@link #sql}.
 *
 * <p>All factories throw {@link dev.dualbase.core.error.InvalidValueException}, naming table and column, for a null value,
 * a value of another type than the column's, and text that PostgreSQL cannot store.
 */
public final class Filters {

    private Filters() {}

    /** The column equals the value. */
    public static <T> Filter eq(Field<T> column, T value) {
        return new Comparison<>(column, Operator.EQ, value);
    }

    /** The column has another value; rows with NULL do not match. */
    public static <T> Filter ne(Field<T> column, T value) {
        return new Comparison<>(column, Operator.NE, value);
    }

    /** The column is less than the value. */
    public static <T> Filter lt(Field<T> column, T value) {
        return new Comparison<>(column, Operator.LT, value);
    }

    /** The column is less than or equal to the value. */
    public static <T> Filter lte(Field<T> column, T value) {
        return new Comparison<>(column, Operator.LTE, value);
    }

    /** The column is greater than the value. */
    public static <T> Filter gt(Field<T> column, T value) {
        return new Comparison<>(column, Operator.GT, value);
    }

    /** The column is greater than or equal to the value. */
    public static <T> Filter gte(Field<T> column, T value) {
        return new Comparison<>(column, Operator.GTE, value);
    }

    /** The column lies between the values, both included. */
    public static <T> Filter between(Field<T> column, T low, T high) {
        return new Filter.Between<>(column, low, high);
    }

    /** The column equals one of the values; of none, no row matches. */
    public static <T> Filter in(Field<T> column, Collection<T> values) {
        return new Filter.In<>(column, FilterList.withNulls(values));
    }

    /** The column equals none of the values; rows with NULL match only if there are no values. */
    public static <T> Filter notIn(Field<T> column, Collection<T> values) {
        return not(in(column, values));
    }

    /** The column is NULL. */
    public static Filter isNull(Field<?> column) {
        return new Filter.IsNull(column);
    }

    /** The column is not NULL. */
    public static Filter isNotNull(Field<?> column) {
        return not(isNull(column));
    }

    /** The column differs from the value, where NULL counts as a value. */
    public static <T> Filter isDistinctFrom(Field<T> column, @Nullable T value) {
        return value == null ? isNotNull(column) : new Comparison<>(column, Operator.IS_DISTINCT_FROM, value);
    }

    /** The text matches a pattern with {@code %} and {@code _}; a backslash makes the next character literal. */
    public static Filter like(Field<String> column, String pattern) {
        return new TextMatch(column, TextOperator.LIKE, false, pattern);
    }

    /** {@link #like} where upper and lower case are the same, by the rules of the database's locale. */
    public static Filter ilike(Field<String> column, String pattern) {
        return new TextMatch(column, TextOperator.LIKE, true, pattern);
    }

    /** The text holds this text; no character has a special meaning. */
    public static Filter contains(Field<String> column, String text) {
        return new TextMatch(column, TextOperator.CONTAINS, false, text);
    }

    /** {@link #contains(Field, String)} where upper and lower case are the same. */
    public static Filter containsIgnoreCase(Field<String> column, String text) {
        return new TextMatch(column, TextOperator.CONTAINS, true, text);
    }

    /** The text starts with this text; no character has a special meaning. */
    public static Filter startsWith(Field<String> column, String text) {
        return new TextMatch(column, TextOperator.STARTS_WITH, false, text);
    }

    /** The text ends with this text; no character has a special meaning. */
    public static Filter endsWith(Field<String> column, String text) {
        return new TextMatch(column, TextOperator.ENDS_WITH, false, text);
    }

    /** The array holds all the values. */
    public static <T> Filter arrayContains(Field<T[]> column, Collection<T> values) {
        return new ArrayMatch<>(column, ArrayOperator.CONTAINS, FilterList.withNulls(values));
    }

    /** The array holds nothing but the values. */
    public static <T> Filter arrayContainedBy(Field<T[]> column, Collection<T> values) {
        return new ArrayMatch<>(column, ArrayOperator.CONTAINED_BY, FilterList.withNulls(values));
    }

    /** The array holds one of the values at least. */
    public static <T> Filter arrayOverlaps(Field<T[]> column, Collection<T> values) {
        return new ArrayMatch<>(column, ArrayOperator.OVERLAPS, FilterList.withNulls(values));
    }

    /** The JSON document contains the other (PostgreSQL manual, 8.14.3). */
    public static Filter jsonContains(Field<JSONB> column, JSONB document) {
        return new Filter.JsonContains(column, document);
    }

    /** The value at this path of keys, read as text, equals the text. */
    public static Filter jsonTextEq(Field<JSONB> column, String text, String... path) {
        return new Filter.JsonTextEquals(column, List.of(path), text);
    }

    /** All of the filters. */
    public static Filter and(Filter... filters) {
        return new Filter.And(List.of(filters));
    }

    /** All of the filters; of none, every row, but a mutation is refused then. */
    public static Filter and(List<Filter> filters) {
        return new Filter.And(filters);
    }

    /** One of the filters at least. */
    public static Filter or(Filter... filters) {
        return new Filter.Or(List.of(filters));
    }

    /** One of the filters at least; of none, no row. */
    public static Filter or(List<Filter> filters) {
        return new Filter.Or(filters);
    }

    /** The filter is false. Where it is unknown, because of a NULL, the row does not match either way. */
    public static Filter not(Filter filter) {
        return new Filter.Not(filter);
    }

    /** Every row of the table: the only way to update or delete without a condition. */
    public static Filter everyRow() {
        return new Filter.EveryRow();
    }

    /** No row. */
    public static Filter noRow() {
        return new Filter.NoRow();
    }

    /** Any condition of jOOQ. Not portable: only backends with {@code Capability.SQL_CONDITIONS} accept it. */
    public static Filter sql(Condition condition) {
        return new Filter.Sql(condition);
    }

    /**
     * A filter from names that come from outside, such as a query string.
     *
     * @param table the table whose columns may be named
     * @param column the name of a column
     * @param operator {@code eq, ne, lt, lte, gt, gte, like, ilike, contains, startsWith, endsWith} or {@code isNull}
     *     (with the text {@code true} or {@code false})
     * @param text the value; ISO 8601 for dates and times
     * @throws dev.dualbase.core.error.SchemaMismatchException if the table has no such column
     * @throws dev.dualbase.core.error.InvalidValueException if there is no such operator for the column, or the text is no
     *     value of its type
     */
    public static Filter parse(Table<?> table, String column, String operator, String text) {
        return FilterParser.parse(table, column, operator, text);
    }
}
