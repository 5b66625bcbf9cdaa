// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.FilterCheck;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.type.TableColumns;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A read of one table, complete. The order is made total by the primary key, so that the same read gives the same rows in
 * the same order each time.
 *
 * @param table the table
 * @param columns the columns to fetch; the others of the record stay unset
 * @param filter which rows
 * @param order their order; the primary key is added where it is missing
 * @param limit how many, empty for all
 * @param origin where the read comes from
 * @param preference which server may answer it
 * @param <R> the type of a row
 */
public record Read<R extends Record>(
        Table<R> table,
        List<Field<?>> columns,
        Filter filter,
        Order order,
        Optional<Limit> limit,
        Origin origin,
        ReadPreference preference)
        implements Operation {

    /**
     * Checks that filter and order name columns of the table.
     *
     * @throws dev.dualbase.core.error.SchemaMismatchException naming the column that the table does not have
     */
    public Read {
        FilterCheck.forRead(table, filter);
        columns = List.copyOf(columns);
        order = order.total(table);
        requireColumns(table, columns);
        for (Sort sort : order.sorts()) {
            TableColumns.require(table, sort.column());
        }
    }

    /** Mostly they are all of the table's own, which takes no search. */
    private static void requireColumns(Table<?> table, List<Field<?>> columns) {
        Field<?>[] own = table.fields();
        for (int i = 0; i < columns.size(); i++) {
            if (i >= own.length || columns.get(i) != own[i]) {
                TableColumns.require(table, columns.get(i));
            }
        }
    }

    /** All columns of the rows of a filter, by primary key, from the primary. */
    public static <R extends Record> Read<R> of(Table<R> table, Filter filter, Origin origin) {
        return new Read<>(
                table,
                List.of(table.fields()),
                filter,
                Order.byPrimaryKey(),
                Optional.empty(),
                origin,
                ReadPreference.PRIMARY);
    }

    /** The same in another order. */
    public Read<R> orderedBy(Order newOrder) {
        return new Read<>(table, columns, filter, newOrder, limit, origin, preference);
    }

    /** The same with a bound on the rows. */
    public Read<R> limitedTo(Limit newLimit) {
        return new Read<>(table, columns, filter, order, Optional.of(newLimit), origin, preference);
    }

    /** The same with these columns only. */
    public Read<R> onlyColumns(List<? extends Field<?>> newColumns) {
        return new Read<>(table, List.copyOf(newColumns), filter, order, limit, origin, preference);
    }

    /** The same, from where it may be answered. */
    public Read<R> preferring(ReadPreference newPreference) {
        return new Read<>(table, columns, filter, order, limit, origin, newPreference);
    }

    @Override
    public String kind() {
        return "read";
    }

    /** Names and the shape of the filter, no value. */
    @Override
    public String toString() {
        return origin + ": read " + table.getName() + " where " + filter.shape();
    }
}
