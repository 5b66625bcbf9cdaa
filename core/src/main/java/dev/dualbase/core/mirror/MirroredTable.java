// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/** A table that is kept equal on two sides: its key as text, and how its rows are carried over. */
final class MirroredTable<R extends Record> {

    static final Origin ORIGIN = new Origin("DualWrite", "replay").acrossTenants();

    private final Table<R> table;
    private final UniqueKey<R> key;
    private final List<KeyColumn<?>> keyColumns;
    private final List<Field<?>> carried;

    private MirroredTable(Table<R> table, UniqueKey<R> key) {
        this.table = table;
        this.key = key;
        this.keyColumns =
                key.getFields().stream().<KeyColumn<?>>map(KeyColumn::of).toList();
        this.carried = table.fieldStream()
                .<Field<?>>map(column -> column)
                .filter(column -> !column.getDataType().computed())
                .toList();
    }

    /**
     * The mirror of a table.
     *
     * @throws UnsupportedCapabilityException naming the table, if it has no primary key or one without a text form
     */
    static <R extends Record> MirroredTable<R> of(Table<R> table) {
        UniqueKey<R> key = table.getPrimaryKey();
        if (key == null) {
            throw new UnsupportedCapabilityException(
                    "a table without a primary key cannot be mirrored: leave it out, or give it one",
                    new ErrorInfo(null, table.getName(), null, null, null),
                    null);
        }
        return new MirroredTable<>(table, key);
    }

    Table<R> table() {
        return table;
    }

    String name() {
        return table.getName();
    }

    List<Field<?>> keyFields() {
        return keyColumns.stream().<Field<?>>map(KeyColumn::field).toList();
    }

    /** The columns that are written to the other side: all that the database does not compute. */
    List<Field<?>> carried() {
        return carried;
    }

    /** The columns of a row that can differ under the same key; 1.0 and 1.00 are the same key. */
    List<Field<?>> compared() {
        return carried.stream()
                .filter(column -> !key.getFields().contains(column))
                .toList();
    }

    RowMark mark(Record row) {
        return new RowMark(
                name(), keyColumns.stream().map(column -> column.text(row)).toList());
    }

    boolean changesKey(R changes) {
        return keyFields().stream().anyMatch(changes::changed);
    }

    /** The rows that exist by the key of an upsert which is not the primary key. */
    Filter withKeyOf(Write.Upsert<R> upsert) {
        return Filters.or(UpsertBatch.of(upsert).groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(row -> withKeyOf(row.record(), upsert.key()))
                .toList());
    }

    private Filter withKeyOf(R row, UniqueKey<R> unique) {
        return Filters.and(
                unique.getFields().stream().map(column -> equal(column, row)).toList());
    }

    private <T> Filter equal(Field<T> column, R row) {
        return row.get(column) == null ? Filters.noRow() : Filters.eq(column, row.get(column));
    }

    Filter withKeys(Collection<RowMark> marks) {
        if (keyColumns.size() == 1) {
            return keyColumns
                    .get(0)
                    .in(marks.stream().map(mark -> mark.key().get(0)).toList());
        }
        return Filters.or(marks.stream().map(this::withKey).toList());
    }

    private Filter withKey(RowMark mark) {
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < keyColumns.size(); i++) {
            parts.add(keyColumns.get(i).equal(mark.key().get(i)));
        }
        return Filters.and(parts);
    }

    /** The rows of these keys that exist. */
    List<R> read(Backend backend, Collection<RowMark> marks) {
        return backend.read(readOf(withKeys(marks)).onlyColumns(carried));
    }

    /** Which of these rows exist. */
    Set<RowMark> existing(Backend backend, Collection<RowMark> marks) {
        return backend.read(readOf(withKeys(marks)).onlyColumns(keyFields())).stream()
                .map(this::mark)
                .collect(Collectors.toSet());
    }

    /** A read from the servers that take the writes, also where a host has other reads go to replicas. */
    Read<R> readOf(Filter filter) {
        return Read.of(table, filter, ORIGIN).preferring(ReadPreference.BEFORE_WRITE);
    }

    /** Removes the rows of these keys from the other side. */
    void delete(Backend other, Collection<RowMark> marks) {
        send(other, new Write.Delete<>(table, withKeys(marks), ORIGIN));
    }

    /** Makes the other side hold these rows, with all their columns. */
    void store(Backend other, List<R> rows) {
        List<R> written = rows.stream().map(this::written).toList();
        send(other, new Write.Upsert<>(table, written, key, BulkOptions.splittable(), false, ORIGIN));
    }

    private void send(Backend other, Write<R> write) {
        WriteResult<R> done = other.write(write);
        assert done.badRows().isEmpty();
    }

    private R written(R row) {
        R copy = table.newRecord();
        carried.forEach(column -> RowCheck.copy(column, row, copy));
        return copy;
    }
}
