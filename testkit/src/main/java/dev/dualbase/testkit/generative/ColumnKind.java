// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * A type of column: its values, and what PostgreSQL makes of them. Values in the model are those that jOOQ has, but
 * documents are {@link JsonTree}s.
 *
 * @param sqlType the type in DDL
 * @param type the type of jOOQ
 * @param binding what carries values, if jOOQ's own does not
 * @param values makes values that the column can hold
 * @param probes makes values to compare the column with, which it need not be able to hold
 * @param stored what a value is after it was stored
 * @param compared what a value is that a column is compared with
 * @param order PostgreSQL's order; equal values compare as 0
 * @param traits what can be done with values
 * @param literal a value in SQL for a default, empty for none
 */
record ColumnKind(
        String sqlType,
        DataType<?> type,
        @Nullable Binding<?, ?> binding,
        Function<Dice, ?> values,
        Function<Dice, ?> probes,
        UnaryOperator<Object> stored,
        UnaryOperator<Object> compared,
        Comparator<Object> order,
        Set<Trait> traits,
        @Nullable Constant literal) {

    /** A value, and the same in SQL. */
    record Constant(String sql, Object value) {}

    static ColumnKind of(String sqlType, DataType<?> type, Function<Dice, ?> values, Trait... traits) {
        return new ColumnKind(
                sqlType,
                type,
                null,
                values,
                values,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                ColumnKind::natural,
                Set.of(traits),
                null);
    }

    ColumnKind boundBy(Binding<?, ?> newBinding) {
        return new ColumnKind(sqlType, type, newBinding, values, probes, stored, compared, order, traits, literal);
    }

    /** Compared with values of a wider type, which are neither cut nor rounded. */
    ColumnKind probedBy(Function<Dice, ?> newProbes) {
        return new ColumnKind(
                sqlType, type, binding, values, newProbes, stored, UnaryOperator.identity(), order, traits, literal);
    }

    ColumnKind storedAs(UnaryOperator<Object> newStored) {
        return new ColumnKind(sqlType, type, binding, values, probes, newStored, newStored, order, traits, literal);
    }

    ColumnKind orderedBy(Comparator<Object> newOrder) {
        return new ColumnKind(sqlType, type, binding, values, probes, stored, compared, newOrder, traits, literal);
    }

    ColumnKind withDefault(String sql, Object value) {
        return new ColumnKind(
                sqlType, type, binding, values, probes, stored, compared, order, traits, new Constant(sql, value));
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    Object value(Dice dice) {
        return stored.apply(values.apply(dice));
    }

    /** A value of the model as jOOQ has it. */
    static @Nullable Object java(@Nullable Object value) {
        return value instanceof JsonTree document ? JSONB.valueOf(document.toString()) : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of one column
    private static int natural(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** By code point, as the servers of the test kit are set up; Java's own order is by UTF-16 unit. */
    static int byCodePoint(Object left, Object right) {
        return Arrays.compareUnsigned(utf8((String) left), utf8((String) right));
    }
}
