// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Documents that are null: PostgREST stores them as NULL. */
final class JsonNulls {

    private JsonNulls() {}

    /** Whether a record sets a column to one. */
    static boolean areIn(Record row) {
        for (Field<?> column : row.fields()) {
            if (row.changed(column) && isNull(row.get(column))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNull(@Nullable Object value) {
        return value instanceof JSONB jsonb && Json.isNull(jsonb.data())
                || value instanceof JSON json && Json.isNull(json.data());
    }
}
