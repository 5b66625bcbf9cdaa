// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.UpsertBatch.Group;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.InvalidValueException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.Field;
import org.jooq.Record;

/**
 * What one request of an upsert carries.
 *
 * @param upsert the whole
 * @param columns the columns that each of the rows sets
 * @param rows the rows
 * @param body the rows as JSON
 */
record UpsertStep<R extends Record>(Write.Upsert<R> upsert, List<Field<?>> columns, List<Row<R>> rows, byte[] body) {

    /** As many as the size of their bodies needs. */
    static <R extends Record> List<UpsertStep<R>> of(
            Write.Upsert<R> upsert, Group<R> group, int maxBytes, BiConsumer<Row<R>, InvalidValueException> refused) {
        return RowBody.ofAll(upsert.table(), group.columns())
                .parts(group.rows(), Row::record, maxBytes, refused)
                .stream()
                .map(part -> new UpsertStep<>(upsert, group.columns(), part.rows(), part.body()))
                .toList();
    }

    /** The same with some of the rows. */
    UpsertStep<R> only(List<Row<R>> fewer) {
        return fewer.size() == rows.size()
                ? this
                : of(upsert, new Group<>(columns, fewer), Integer.MAX_VALUE, RowBody.refusingAll())
                        .get(0);
    }

    /** Whether nothing is set besides the key, so that a row that exists is left as it is. */
    boolean isKeyOnly() {
        return upsert.key().getFields().containsAll(columns);
    }

    boolean setsJsonNull() {
        return JsonNulls.areIn(rows.stream().map(Row::record).toList(), columns);
    }

    /** An upsert of these rows alone, all or none. */
    Write.Upsert<R> asWrite() {
        List<R> records = rows.stream().map(Row::record).toList();
        return new Write.Upsert<>(
                upsert.table(), records, upsert.key(), BulkOptions.atomic(), upsert.returning(), upsert.origin());
    }

    /** The size only: values are data. */
    @Override
    public String toString() {
        return "UpsertStep of " + rows.size() + " rows";
    }
}
