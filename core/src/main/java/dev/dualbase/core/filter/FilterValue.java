// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.ColumnName;
import dev.dualbase.core.type.ColumnValue;
import dev.dualbase.core.type.UnboundedType;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Refuses values that would lose a condition or reach the server as something else. */
final class FilterValue {

    private FilterValue() {}

    static void require(Field<?> column, @Nullable Object value, String operation) {
        if (value == null) {
            throw refuse(column, "22004", operation + " needs a value; for NULL use Filters.isNull or isNotNull");
        }
        check(column, value);
    }

    static <T> List<T> requireAll(Field<T> column, List<T> values, String operation) {
        for (T value : values) {
            if (value == null) {
                throw refuse(column, "22004", operation + " cannot hold null; add Filters.isNull with or(..)");
            }
            check(column, value);
        }
        return List.copyOf(values);
    }

    static <T> List<T> requireElements(Field<T[]> column, List<T> values, String operation) {
        DataType<?> element = column.getDataType().getArrayComponentDataType();
        if (element == null) {
            throw refuse(column, "42804", operation + " needs an array column");
        }
        Field<?> elements = DSL.field(column.getQualifiedName(), UnboundedType.of(element));
        for (T value : values) {
            require(elements, value, operation);
        }
        return List.copyOf(values);
    }

    static void requireText(Field<String> column, TextOperator operator, String text) {
        require(column, text, operator.name());
        if (operator == TextOperator.LIKE && endsInLoneBackslash(text)) {
            throw refuse(column, "22025", "the pattern ends in a single backslash; write it twice");
        }
    }

    static List<String> requirePath(Field<JSONB> column, List<String> path, String text) {
        if (path.isEmpty()) {
            throw refuse(column, "22023", "the path has no key");
        }
        Field<String> key = DSL.field(column.getQualifiedName(), SQLDataType.CLOB);
        path.forEach(each -> require(key, each, "path"));
        require(key, text, "equals");
        return List.copyOf(path);
    }

    /** A longer value than the column holds may be compared, it only matches nothing. */
    private static void check(Field<?> column, Object value) {
        boolean fits = value instanceof String text
                && text.length() <= column.getDataType().length();
        ColumnValue.check(fits ? column : unbounded(column), value);
    }

    private static <T> Field<T> unbounded(Field<T> column) {
        DataType<T> type = UnboundedType.of(column.getDataType());
        return type == column.getDataType() ? column : DSL.field(column.getQualifiedName(), type);
    }

    private static boolean endsInLoneBackslash(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static InvalidValueException refuse(Field<?> column, String sqlState, String why) {
        return new InvalidValueException(
                ColumnName.of(column) + ": " + why, sqlState, ColumnName.tableOf(column), column.getName());
    }
}
