// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;

/** The type that the database has for a column, which is another than that of its values where it has a converter. */
final class StoredType {
    private StoredType() {}

    static Class<?> of(Field<?> column) {
        return column.getConverter().fromType();
    }

    static boolean isDocument(Field<?> column) {
        Class<?> type = of(column);
        return type == JSONB.class || type == JSON.class;
    }

    static boolean isArray(Field<?> column) {
        return Object[].class.isAssignableFrom(of(column));
    }

    /** Whether values are kept as they are. What a converter makes of them may be equal or in order where they are not. */
    static boolean isThatOfValues(Field<?> column) {
        return of(column) == column.getType();
    }
}
