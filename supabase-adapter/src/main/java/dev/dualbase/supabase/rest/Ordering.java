// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.util.stream.Collectors;

/** An order as PostgREST's parameter {@code order}. */
final class Ordering {

    private Ordering() {}

    @CanIgnoreReturnValue
    static QueryString addTo(QueryString query, Order order) {
        return order.sorts().isEmpty() ? query : query.add("order", parameter(order));
    }

    private static String parameter(Order order) {
        return order.sorts().stream().map(Ordering::criterion).collect(Collectors.joining(","));
    }

    /** The place of NULL only where there can be one: on other columns it would keep an index from being used. */
    private static String criterion(Sort sort) {
        String criterion = Quoted.column(sort.column()) + (sort.descending() ? ".desc" : ".asc");
        if (!sort.nullable()) {
            return criterion;
        }
        return criterion + (sort.nullsFirst() ? ".nullsfirst" : ".nullslast");
    }
}
