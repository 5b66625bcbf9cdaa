// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.internal.text.TextFormat;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Documents that are null: PostgREST stores them as NULL. */
final class JsonNulls {

    private JsonNulls() {}

    /** Whether a record sets one of these columns to one. */
    static boolean areIn(List<? extends Record> rows, List<Field<?>> columns) {
        List<Field<?>> documents =
                columns.stream().filter(StoredType::isDocument).toList();
        for (Record row : rows) {
            for (Field<?> column : documents) {
                if (row.field(column) != null && row.changed(column) && isNull(column, row)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static <T> boolean isNull(Field<T> column, Record row) {
        @Nullable T value = row.get(column);
        return value != null && Json.isNull(TextFormat.write(column, value));
    }
}
