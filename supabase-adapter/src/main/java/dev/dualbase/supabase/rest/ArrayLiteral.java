// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.internal.text.TextFormat;
import java.util.List;
import java.util.Objects;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** The values of a filter on an array, as one array in PostgreSQL's text form. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    static <T> String of(Filter.ArrayMatch<T> match) {
        return of(match.column().getDataType().getArrayComponentDataType(), match.values());
    }

    private static <E> String of(@Nullable DataType<E> elementType, List<?> values) {
        DataType<E> type = Objects.requireNonNull(elementType, "a filter on arrays is checked when made");
        return TextFormat.arrayOf(
                type, values.stream().map(type.getType()::cast).toList());
    }
}
