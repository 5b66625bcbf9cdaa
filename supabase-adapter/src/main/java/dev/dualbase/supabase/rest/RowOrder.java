// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows as the server does, for types whose order is the same in every database. That of texts is not: it belongs
 * to their collation.
 */
final class RowOrder {

    private static final Set<Class<?>> NATURAL = Set.of(
            Long.class,
            Integer.class,
            Short.class,
            BigDecimal.class,
            Boolean.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class);

    private RowOrder() {}

    /** The order of rows, or empty if only the server knows it. */
    static Optional<Comparator<Record>> of(Order order) {
        Comparator<Record> rows = (left, right) -> 0;
        for (Sort sort : order.sorts()) {
            Optional<Comparator<Object>> values = values(sort.column());
            if (values.isEmpty()) {
                return Optional.empty();
            }
            rows = rows.thenComparing(row -> row.get(sort.column()), nullable(sort, values.get()));
        }
        return Optional.of(rows);
    }

    private static Comparator<@Nullable Object> nullable(Sort sort, Comparator<Object> values) {
        Comparator<Object> directed = sort.descending() ? values.reversed() : values;
        return sort.nullsFirst() ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
    }

    /** PostgreSQL compares the bytes of a UUID, Java two signed numbers. */
    private static Optional<Comparator<Object>> values(Field<?> column) {
        Class<?> type = column.getType();
        if (!StoredType.isThatOfValues(column)) {
            return Optional.empty();
        } else if (type == UUID.class) {
            return Optional.of(Comparator.comparing(Object::toString));
        } else if (type == OffsetDateTime.class) {
            return Optional.of(Comparator.comparing(value -> ((OffsetDateTime) value).toInstant()));
        }
        return NATURAL.contains(type) ? Optional.of(RowOrder::compare) : Optional.empty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of one column
    private static int compare(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }
}
