// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.type.PaddedText;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.UniqueKey;

/**
 * A line that is added to a table for each row that a write inserted, updated or deleted. A row that the write left as it was
 * is not noted.
 *
 * @param line what all lines have in common: the columns that are set on it
 * @param key the column that takes the primary key of the row, each part as PostgreSQL writes it; instants are in UTC
 */
public record KeyNote(TableRecord<?> line, TableField<?, String[]> key) {

    /** Types that have one text for each value, whatever the session is set to. */
    private static final Set<Class<?>> KEYS =
            Set.of(Short.class, Integer.class, Long.class, String.class, UUID.class, OffsetDateTime.class);

    /** The table of the lines. */
    public Table<?> table() {
        return line.getTable();
    }

    /**
     * Whether the rows of a write can be noted. They have a primary key of whole numbers, unpadded text, UUIDs and instants,
     * and the write leaves the key of a row that exists as it is: of its old value no statement could tell.
     */
    public static boolean fits(Write<?> write) {
        UniqueKey<?> primary = write.table().getPrimaryKey();
        return primary != null
                && primary.getFields().stream().allMatch(KeyNote::hasOneText)
                && !changesKey(write, primary.getFields());
    }

    private static boolean hasOneText(Field<?> column) {
        return KEYS.contains(column.getType()) && !PaddedText.is(column.getDataType());
    }

    private static boolean changesKey(Write<?> write, List<? extends Field<?>> primary) {
        if (write instanceof Write.Update<?> update) {
            return sets(update.changes(), primary);
        } else if (write instanceof Write.Upsert<?> upsert) {
            List<? extends Field<?>> beside = primary.stream()
                    .filter(column -> !upsert.key().getFields().contains(column))
                    .toList();
            return upsert.rows().stream().anyMatch(row -> sets(row, beside));
        }
        return write instanceof Write.Noted<?>;
    }

    private static boolean sets(Record row, List<? extends Field<?>> columns) {
        return columns.stream().anyMatch(column -> row.field(column) != null && row.changed(column));
    }

    static void requireFits(Write<?> write) {
        if (!fits(write)) {
            throw new UnsupportedCapabilityException(
                    "the rows of this " + write.kind()
                            + " cannot be noted: the primary key must have one text for each value, and must not change",
                    new ErrorInfo(null, write.table().getName(), null, null, null),
                    null);
        }
    }
}
