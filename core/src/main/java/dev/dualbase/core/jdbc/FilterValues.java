// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.type.UnboundedType;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DataType;

/** Values of filters in the form in which they are bound. */
final class FilterValues {

    static final char ESCAPE = '\\';

    /** Types whose array form pgjdbc binds exactly: one parameter, and one statement for any number of values. */
    private static final Set<Class<?>> BINDABLE_AS_ARRAY =
            Set.of(String.class, Long.class, Integer.class, Short.class, UUID.class);

    /** Up to so many values are parameters of their own: of an array the server supposes ten, and may plan for too many. */
    private static final int FEW = 8;

    private FilterValues() {}

    /** Whether all values are one parameter. */
    static boolean isBoundAsArray(Filter.In<?> filter) {
        return filter.values().size() > FEW
                && BINDABLE_AS_ARRAY.contains(filter.column().getType());
    }

    static <T> T[] array(Filter.In<T> filter) {
        return typed(filter.values(), filter.column().getType());
    }

    static Object[] array(Filter.ArrayMatch<?> filter) {
        return typed(filter.values(), elementType(filter).getType());
    }

    static DataType<?> elementType(Filter.ArrayMatch<?> filter) {
        DataType<?> element = filter.column().getDataType().getArrayComponentDataType();
        return UnboundedType.of(Objects.requireNonNull(element, "a filter on arrays is checked when made"));
    }

    static String[] path(Filter.JsonTextEquals filter) {
        return filter.path().toArray(String[]::new);
    }

    /** What LIKE takes, with {@link #ESCAPE} before what stands for itself. */
    static String pattern(Filter.TextMatch filter) {
        return switch (filter.operator()) {
            case LIKE -> filter.text();
            case CONTAINS -> "%" + literal(filter.text()) + "%";
            case STARTS_WITH -> literal(filter.text()) + "%";
            case ENDS_WITH -> "%" + literal(filter.text());
        };
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @SuppressWarnings("unchecked") // an array of the values' own class
    private static <T> T[] typed(List<?> values, Class<?> element) {
        return values.toArray((T[]) Array.newInstance(element, values.size()));
    }
}
