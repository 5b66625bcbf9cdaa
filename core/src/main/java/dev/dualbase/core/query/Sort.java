// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.TableColumns;
import org.jooq.Field;
import org.jooq.Table;

/**
 * One criterion of an {@link Order}. NULL comes last in both directions unless asked otherwise, which differs from
 * PostgreSQL's default for descending order. (Jakarta Data's words; Spring Data has {@code Sort} and {@code Order} the other
 * way round.)
 *
 * @param column the column
 * @param descending from the greatest to the least
 * @param nullsFirst whether NULL comes before all values
 */
public record Sort(Field<?> column, boolean descending, boolean nullsFirst) {

    /** From the least to the greatest, NULL last. */
    public static Sort asc(Field<?> column) {
        return new Sort(column, false, false);
    }

    /** From the greatest to the least, NULL last. */
    public static Sort desc(Field<?> column) {
        return new Sort(column, true, false);
    }

    /**
     * A criterion from names that come from outside.
     *
     * @param direction {@code asc} or {@code desc}
     * @throws dev.dualbase.core.error.SchemaMismatchException if the table has no such column
     * @throws InvalidValueException if the direction is another word
     */
    public static Sort parse(Table<?> table, String column, String direction) {
        Field<?> field = TableColumns.require(table, column);
        return switch (direction) {
            case "asc" -> asc(field);
            case "desc" -> desc(field);
            default -> throw new InvalidValueException("the direction of an order is asc or desc");
        };
    }

    /** The same with NULL before all values. */
    public Sort withNullsFirst() {
        return new Sort(column, descending, true);
    }

    /** The opposite criterion: what came first comes last, NULL included. */
    public Sort reversed() {
        return new Sort(column, !descending, !nullsFirst);
    }

    /** Whether the column may be NULL at all, so that its place matters. */
    public boolean nullable() {
        return column.getDataType().nullable();
    }
}
