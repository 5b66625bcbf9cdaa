// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import dev.dualbase.core.type.ColumnName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a filter with a question mark in place of each value. */
final class FilterShape {

    private FilterShape() {}

    static String of(Filter filter) {
        if (filter instanceof Filter.Comparison<?> f) {
            return ColumnName.of(f.column()) + " " + f.operator().sql() + " ?";
        } else if (filter instanceof Filter.Between<?> f) {
            return ColumnName.of(f.column()) + " between ? and ?";
        } else if (filter instanceof Filter.In<?> f) {
            return ColumnName.of(f.column()) + " in " + f.values().size() + " values";
        } else if (filter instanceof Filter.IsNull f) {
            return ColumnName.of(f.column()) + " is null";
        } else if (filter instanceof Filter.TextMatch f) {
            return ColumnName.of(f.column()) + " " + textOperator(f) + " ?";
        } else if (filter instanceof Filter.ArrayMatch<?> f) {
            return ColumnName.of(f.column()) + " " + f.operator().sql() + " "
                    + f.values().size() + " values";
        } else if (filter instanceof Filter.JsonContains f) {
            return ColumnName.of(f.column()) + " @> ?";
        } else if (filter instanceof Filter.JsonTextEquals f) {
            return ColumnName.of(f.column()) + " #>> " + f.path().size() + " keys = ?";
        }
        return ofLogic(filter);
    }

    private static String ofLogic(Filter filter) {
        if (filter instanceof Filter.And f) {
            return join(f.operands(), " and ", "every row");
        } else if (filter instanceof Filter.Or f) {
            return join(f.operands(), " or ", "no row");
        } else if (filter instanceof Filter.Not f) {
            return "not (" + of(f.operand()) + ")";
        } else if (filter instanceof Filter.EveryRow) {
            return "every row";
        } else if (filter instanceof Filter.NoRow) {
            return "no row";
        } else if (filter instanceof Filter.Sql) {
            return "sql";
        }
        throw new IllegalStateException("Filter is sealed, and all of it is above");
    }

    private static String textOperator(Filter.TextMatch filter) {
        String name = filter.operator().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return filter.ignoreCase() ? name + " ignoring case" : name;
    }

    private static String join(List<Filter> operands, String operator, String empty) {
        return operands.isEmpty()
                ? empty
                : operands.stream().map(FilterShape::of).collect(Collectors.joining(operator, "(", ")"));
    }
}
