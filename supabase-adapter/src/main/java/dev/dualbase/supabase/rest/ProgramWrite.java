// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * A write as entries of a program: several where its rows set different columns.
 *
 * @param entries what is sent
 * @param records what was set, as new records in the order of the entries, for writes that return their rows
 * @param badRows rows that cannot be sent; always empty unless bad rows are isolated
 */
record ProgramWrite<R extends Record>(List<ProgramEntry<R>> entries, List<R> records, List<BadRow> badRows) {

    static <R extends Record> ProgramWrite<R> of(Write<R> write) {
        if (write instanceof Write.Insert<R> insert) {
            return insert(insert);
        } else if (write instanceof Write.Upsert<R> upsert) {
            return upsert(upsert);
        } else if (write instanceof Write.Update<R> update) {
            return update(update);
        } else if (write instanceof Write.Delete<R> delete) {
            FilterProgram condition = FilterProgram.of(delete.filter());
            return of(new ProgramEntry<>(
                    "delete", delete.table(), List.of(), List.of(), Optional.empty(), Optional.of(condition), false));
        }
        throw new IllegalStateException("Write is sealed, and all of it is above");
    }

    private static <R extends Record> ProgramWrite<R> insert(Write.Insert<R> insert) {
        Map<List<Field<?>>, List<R>> groups = new LinkedHashMap<>();
        for (R row : insert.rows()) {
            groups.computeIfAbsent(RowCheck.setColumns(insert.table(), row), any -> new ArrayList<>())
                    .add(row);
        }
        Collector<R> collector = new Collector<>("insert", insert.table(), insert.absentBy(), true);
        groups.forEach(collector::add);
        return collector.write(List.of());
    }

    private static <R extends Record> ProgramWrite<R> upsert(Write.Upsert<R> upsert) {
        UpsertBatch<R> batch = UpsertBatch.of(upsert);
        Collector<R> collector =
                new Collector<>("upsert", upsert.table(), Optional.of(upsert.key()), upsert.returning());
        for (UpsertBatch.Group<R> group : batch.groups()) {
            collector.add(
                    group.columns(),
                    group.rows().stream().map(UpsertBatch.Row::record).toList());
        }
        return collector.write(batch.badRows());
    }

    private static <R extends Record> ProgramWrite<R> update(Write.Update<R> update) {
        List<Field<?>> columns = RowCheck.setColumns(update.table(), update.changes());
        return of(new ProgramEntry<>(
                "update",
                update.table(),
                columns,
                ProgramEntry.texts(columns, List.of(update.changes())),
                Optional.empty(),
                Optional.of(FilterProgram.of(update.filter())),
                update.returning()));
    }

    private static <R extends Record> ProgramWrite<R> of(ProgramEntry<R> entry) {
        return new ProgramWrite<>(List.of(entry), List.of(), List.of());
    }

    /** Counts only: values of rows do not belong into logs. */
    @Override
    public String toString() {
        return entries.toString();
    }

    /** Makes an entry of each group of rows. */
    private record Collector<R extends Record>(
            String kind,
            Table<R> table,
            Optional<UniqueKey<R>> key,
            boolean returning,
            List<ProgramEntry<R>> entries,
            List<R> records) {

        Collector(String kind, Table<R> table, Optional<UniqueKey<R>> key, boolean returning) {
            this(kind, table, key, returning, new ArrayList<>(), new ArrayList<>());
        }

        void add(List<Field<?>> columns, List<R> rows) {
            entries.add(new ProgramEntry<>(
                    kind, table, columns, ProgramEntry.texts(columns, rows), key, Optional.empty(), returning));
            if (returning) {
                rows.forEach(row -> records.add(copy(columns, row)));
            }
        }

        private R copy(List<Field<?>> columns, R row) {
            R copy = table.newRecord();
            columns.forEach(column -> RowCheck.copy(column, row, copy));
            return copy;
        }

        ProgramWrite<R> write(List<BadRow> badRows) {
            return new ProgramWrite<>(entries, records, badRows);
        }
    }
}
