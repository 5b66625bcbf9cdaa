// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A filter, and independently of the backend what it says of a row.
 *
 * @param filter the filter
 * @param truth what it says
 */
record Claim(Filter filter, Function<Row, Truth> truth) {
    /** Says something of the value of a column; of a NULL nothing is known. */
    static Claim on(RandomColumn column, Filter filter, Predicate<Object> test) {
        return new Claim(filter, row -> {
            @Nullable Object value = row.get(column);
            return value == null ? Truth.UNKNOWN : Truth.of(test.test(value));
        });
    }

    /** Says something of the value of a column compared with one of the model. */
    static Claim comparing(RandomColumn column, Filter filter, Object value, Predicate<Integer> test) {
        Object compared = column.kind().compared().apply(value);
        return on(column, filter, own -> test.test(column.kind().order().compare(own, compared)));
    }

    static Claim constant(Filter filter, Truth truth) {
        return new Claim(filter, row -> truth);
    }

    static Claim isNull(RandomColumn column) {
        return new Claim(Filters.isNull(column.field()), row -> Truth.of(row.get(column) == null));
    }

    static Claim and(List<Claim> operands) {
        return new Claim(
                Filters.and(filters(operands)),
                row -> Truth.all(operands.stream().map(each -> each.of(row)).toList()));
    }

    static Claim or(List<Claim> operands) {
        return new Claim(
                Filters.or(filters(operands)),
                row -> Truth.any(operands.stream().map(each -> each.of(row)).toList()));
    }

    Claim negated() {
        return new Claim(Filters.not(filter), row -> of(row).negated());
    }

    private static List<Filter> filters(List<Claim> claims) {
        return claims.stream().map(Claim::filter).toList();
    }

    Truth of(Row row) {
        return truth.apply(row);
    }

    boolean matches(Row row) {
        return of(row) == Truth.TRUE;
    }
}
