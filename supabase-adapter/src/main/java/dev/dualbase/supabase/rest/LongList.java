// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.internal.text.TextFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DataType;
import org.jooq.Field;

/**
 * A list of values that is too long for a URL, as several shorter ones. Only a list that each row must be in can be
 * divided, and only one whose values differ for the server where they differ here, so that no row is in two parts.
 */
final class LongList {

    private static final Set<Class<?>> EXACT = Set.of(
            String.class,
            Long.class,
            Integer.class,
            Short.class,
            UUID.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class);

    private LongList() {}

    /**
     * Filters that together match the rows of one, and no two of them the same row; the filter alone if it is short, or
     * cannot be divided.
     */
    static List<Filter> divide(Filter filter, Predicate<Filter> isTooLong) {
        if (!isTooLong.test(filter)) {
            return List.of(filter);
        }
        List<Filter> operands = conjuncts(filter);
        Optional<Filter.In<?>> longest = operands.stream()
                .filter(Filter.In.class::isInstance)
                .<Filter.In<?>>map(operand -> (Filter.In<?>) operand)
                .filter(in -> in.values().size() > 1 && isExact(in.column()))
                .max(Comparator.comparingInt(in -> in.values().size()));
        return longest.map(in -> divide(operands, in, isTooLong)).orElse(List.of(filter));
    }

    /** A {@code char(n)} takes texts for equal that differ in trailing blanks. */
    private static boolean isExact(Field<?> column) {
        DataType<?> type = column.getDataType();
        return StoredType.isThatOfValues(column)
                && EXACT.contains(type.getType())
                && !Set.of("char", "bpchar").contains(type.getTypeName());
    }

    private static List<Filter> conjuncts(Filter filter) {
        return filter instanceof Filter.And and
                ? and.operands().stream()
                        .flatMap(operand -> conjuncts(operand).stream())
                        .toList()
                : List.of(filter);
    }

    /** Values are the same for the server if their texts are: an instant has several offsets, for one. */
    private static <T> List<T> distinct(Filter.In<T> in) {
        Map<String, T> byText = new LinkedHashMap<>();
        in.values().forEach(value -> byText.putIfAbsent(TextFormat.write(in.column(), value), value));
        return List.copyOf(byText.values());
    }

    private static <T> List<Filter> divide(List<Filter> operands, Filter.In<T> in, Predicate<Filter> isTooLong) {
        List<T> values = distinct(in);
        int half = values.size() / 2;
        List<Filter> parts = new ArrayList<>();
        for (List<T> some : List.of(values.subList(0, half), values.subList(half, values.size()))) {
            List<Filter> shorter = new ArrayList<>(operands);
            shorter.set(operands.indexOf(in), Filters.in(in.column(), some));
            parts.addAll(divide(Filters.and(shorter), isTooLong));
        }
        return parts;
    }
}
