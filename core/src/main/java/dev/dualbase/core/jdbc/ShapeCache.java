// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was made of statements, by their {@link Shape}. */
final class ShapeCache<T> {

    /** Who makes tables or columns anew for each call has shapes without end; all are forgotten when there are so many. */
    private static final int MOST = 1_000;

    private final Map<Shape, T> known = new ConcurrentHashMap<>();

    /** Null for a shape that is not known. */
    @Nullable
    T find(Shape shape) {
        return known.get(shape);
    }

    void keep(Shape shape, T made) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(shape, made);
    }
}
