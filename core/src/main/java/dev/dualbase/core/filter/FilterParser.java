// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.ColumnName;
import dev.dualbase.core.type.ColumnText;
import dev.dualbase.core.type.TableColumns;
import org.jooq.Field;
import org.jooq.Table;

/** Filters from text: the column is looked up in the table, never pasted into a statement. */
final class FilterParser {

    private FilterParser() {}

    static Filter parse(Table<?> table, String columnName, String operator, String text) {
        Field<?> column = TableColumns.require(table, columnName);
        return switch (operator) {
            case "eq" -> compare(column, Operator.EQ, text);
            case "ne" -> compare(column, Operator.NE, text);
            case "lt" -> compare(column, Operator.LT, text);
            case "lte" -> compare(column, Operator.LTE, text);
            case "gt" -> compare(column, Operator.GT, text);
            case "gte" -> compare(column, Operator.GTE, text);
            case "like" -> Filters.like(text(column, operator), text);
            case "ilike" -> Filters.ilike(text(column, operator), text);
            case "contains" -> Filters.contains(text(column, operator), text);
            case "startsWith" -> Filters.startsWith(text(column, operator), text);
            case "endsWith" -> Filters.endsWith(text(column, operator), text);
            case "isNull" -> isNull(column, text);
            default -> throw refuse(column, "the operator is none of those that Filters.parse documents");
        };
    }

    private static <T> Filter compare(Field<T> column, Operator operator, String text) {
        return new Filter.Comparison<>(column, operator, ColumnText.parse(column, text));
    }

    @SuppressWarnings("unchecked") // the class of the column is compared first
    private static Field<String> text(Field<?> column, String operator) {
        if (column.getType() != String.class) {
            throw refuse(column, operator + " needs a text column");
        }
        return (Field<String>) column;
    }

    private static Filter isNull(Field<?> column, String text) {
        return switch (text) {
            case "true" -> Filters.isNull(column);
            case "false" -> Filters.isNotNull(column);
            default -> throw refuse(column, "isNull takes true or false");
        };
    }

    private static InvalidValueException refuse(Field<?> column, String why) {
        return new InvalidValueException(
                ColumnName.of(column) + ": " + why, "22023", ColumnName.tableOf(column), column.getName());
    }
}
