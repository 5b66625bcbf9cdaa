// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What finders by a collection of ids share. */
final class ByIds {

    private ByIds() {}

    /** The column holds one of the ids. A null among them is refused with the name of the column. */
    static <I> Filter in(Field<Long> column, Collection<I> ids, Function<I, Long> number) {
        return Filters.in(column, numbers(ids, number));
    }

    /** The numbers of ids, a null for a null. */
    private static <I> List<@Nullable Long> numbers(Collection<I> ids, Function<I, Long> number) {
        List<@Nullable Long> numbers = new ArrayList<>();
        for (I id : ids) {
            numbers.add(id == null ? null : number.apply(id));
        }
        return numbers;
    }

    /** The values of rows by id, in the order of the ids; an id without a row is left out. */
    static <I, R, V> Map<I, V> inOrder(Collection<I> ids, List<R> rows, Function<R, I> id, Function<R, V> value) {
        Map<I, V> found = new HashMap<>();
        rows.forEach(row -> found.put(id.apply(row), value.apply(row)));
        Map<I, V> ordered = new LinkedHashMap<>();
        ids.stream().filter(found::containsKey).forEach(each -> ordered.put(each, found.get(each)));
        return Collections.unmodifiableMap(ordered);
    }
}
