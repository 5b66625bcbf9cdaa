// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.supabase.rest.Request.Verb;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;

/** Carries out writes, one request each, which is atomic. What one request cannot do goes to the function, if there is one. */
final class RestWriter {

    private final WriteRequests requests;
    private final RestUpserter upserter;
    private final ServerProbe probe;
    private final WriteFunction function;

    RestWriter(WriteRequests requests, RestReader reader, ServerProbe probe, WriteFunction function) {
        this.requests = requests;
        this.probe = probe;
        this.function = function;
        this.upserter = new RestUpserter(new UpsertRequests(requests, reader), function);
    }

    <R extends Record> WriteResult<R> write(Write<R> write) {
        if (write instanceof Write.Insert<R> insert) {
            return insert(insert);
        } else if (write instanceof Write.Upsert<R> upsert) {
            return upserter.upsert(upsert);
        } else if (write instanceof Write.Update<R> update) {
            return update(update);
        } else if (write instanceof Write.Delete<R> delete) {
            return delete(delete);
        }
        throw new IllegalStateException("Write is sealed, and all of it is above");
    }

    private <R extends Record> WriteResult<R> insert(Write.Insert<R> insert) {
        if (insert.rows().isEmpty()) {
            return WriteResult.nothing();
        } else if (JsonNulls.areIn(insert.rows(), List.of(insert.table().fields()))) {
            return function.write(insert, Capability.JSON_NULLS);
        }
        List<Field<?>> columns = union(insert.table(), insert.rows());
        boolean mixed = insert.rows().stream()
                .anyMatch(row -> RowCheck.setColumns(insert.table(), row).size() < columns.size());
        if (mixed && (function.exists() || setJson(columns))) {
            return function.write(insert, Capability.ATOMIC_MIXED_BULK);
        }
        return insert(insert, columns, mixed);
    }

    /**
     * Rows that set different columns go together: what a row leaves out gets the default of its column. PostgREST makes
     * {@code jsonb} of them for that, where the text of a {@code json} would be lost.
     */
    private <R extends Record> WriteResult<R> insert(Write.Insert<R> insert, List<Field<?>> columns, boolean mixed) {
        Table<R> table = insert.table();
        List<RowBody.Part<R>> parts = RowBody.ofSome(table, columns)
                .parts(insert.rows(), row -> row, requests.maxBodyBytes(), RowBody.refusingAll());
        if (parts.size() > 1) {
            throw new UnsupportedCapabilityException("the rows for " + table.getName() + " take " + parts.size()
                    + " requests, which cannot be all or nothing; insert fewer at a time or raise maxBodyBytes");
        }
        SelectList<R> select = requests.lists().ofAll(table, insert.rows().size());
        QueryString query = WriteRequests.columns(select.query(), columns);
        insert.absentBy().ifPresent(key -> WriteRequests.conflict(query, key));
        String missing = mixed ? "missing=default" : "";
        String resolution = insert.absentBy().isPresent() ? "resolution=ignore-duplicates" : "";
        byte[] body = parts.get(0).body();
        Answer answer = requests.send(Verb.POST, table, query, body, "return=representation", missing, resolution);
        List<R> stored = select.parse(answer).rows();
        return new WriteResult<>(stored.size(), 0, 0, stored, List.of());
    }

    private static boolean setJson(List<Field<?>> columns) {
        return columns.stream().anyMatch(column -> StoredType.of(column) == JSON.class);
    }

    private static <R extends Record> List<Field<?>> union(Table<R> table, List<R> rows) {
        Set<Field<?>> union = rows.stream()
                .flatMap(row -> RowCheck.setColumns(table, row).stream())
                .collect(Collectors.toSet());
        return table.fieldStream()
                .<Field<?>>map(field -> field)
                .filter(union::contains)
                .toList();
    }

    private <R extends Record> WriteResult<R> update(Write.Update<R> update) {
        Table<R> table = update.table();
        if (JsonNulls.areIn(List.of(update.changes()), List.of(table.fields()))) {
            return function.write(update, Capability.JSON_NULLS);
        }
        FilterQuery filter = FilterQuery.of(table, update.filter());
        if (requests.isTooLong(filter) && function.exists()
                || update.returning() && filter.hasTree() && !answersTrees()) {
            return function.write(update, Capability.ATOMIC_WRITES);
        }
        List<Field<?>> columns = RowCheck.setColumns(table, update.changes());
        byte[] body = RowBody.ofAll(table, columns).only(update.changes(), requests.maxBodyBytes());
        if (update.returning()) {
            SelectList<R> select = requests.lists().ofAll(table, 1);
            QueryString query = WriteRequests.columns(filter.addTo(select.query()), columns);
            Answer answer = requests.send(Verb.PATCH, table, query, body, "return=representation");
            List<R> rows = select.parse(answer).rows();
            return new WriteResult<>(0, rows.size(), 0, rows, List.of());
        }
        QueryString query = WriteRequests.columns(filter.addTo(new QueryString()), columns);
        Answer answer = requests.send(Verb.PATCH, table, query, body, "return=minimal");
        return new WriteResult<>(0, answer.total(), 0, List.of(), List.of());
    }

    private boolean answersTrees() {
        return probe.get().version().answersUpdatesWithTrees();
    }

    private <R extends Record> WriteResult<R> delete(Write.Delete<R> delete) {
        FilterQuery filter = FilterQuery.of(delete.table(), delete.filter());
        if (requests.isTooLong(filter) && function.exists()) {
            return function.write(delete, Capability.ATOMIC_WRITES);
        }
        Answer answer =
                requests.send(Verb.DELETE, delete.table(), filter.addTo(new QueryString()), null, "return=minimal");
        return new WriteResult<>(0, 0, answer.total(), List.of(), List.of());
    }
}
