// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.internal.compare.RowValues;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** What a side said: rows or a number, or that it failed. Failures equal nothing. */
sealed interface ShadowAnswer {

    /** The values are taken now, because the caller may change the records. */
    static ShadowAnswer of(List<? extends Record> rows, List<Field<?>> columns) {
        return new Rows(rows.stream().map(row -> RowValues.of(row, columns)).toList());
    }

    static ShadowAnswer of(long count) {
        return new Count(count);
    }

    static ShadowAnswer failure() {
        return new Failure();
    }

    /** Asks a side, by the kind of the first answer, for what is compared of it. */
    static ShadowAnswer ask(Backend side, Read<?> read, List<Field<?>> columns, boolean count) {
        try {
            return count ? of(side.count(read)) : of(side.read(read), columns);
        } catch (StorageException failed) {
            return failure();
        }
    }

    default boolean failed() {
        return this instanceof Failure;
    }

    /** Rows in the order of the read. */
    record Rows(List<RowValues> rows) implements ShadowAnswer {}

    /** A number of rows. */
    record Count(long rows) implements ShadowAnswer {}

    /** No answer. */
    final class Failure implements ShadowAnswer {}
}
