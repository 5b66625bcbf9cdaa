// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.internal.bulk.UpsertTotals;
import dev.dualbase.supabase.rest.Request.Verb;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Upserts of one request each. New rows are told from changed ones by {@code xmax}, the transaction that replaced or locked
 * a row, which is 0 for a new one. A partitioned table refuses to show it, and a view has none.
 */
final class UpsertRequests {

    private final WriteRequests requests;
    private final RestReader reader;
    private final Set<Name> withoutMarker = ConcurrentHashMap.newKeySet();

    UpsertRequests(WriteRequests requests, RestReader reader) {
        this.requests = requests;
        this.reader = reader;
    }

    int maxBodyBytes() {
        return requests.maxBodyBytes();
    }

    /** Whether a table was seen not to tell new rows from changed ones. */
    boolean lacksMarker(Table<?> table) {
        return withoutMarker.contains(table.getQualifiedName());
    }

    /** Sends the rows of a step, and adds what was done. */
    <R extends Record> void send(UpsertStep<R> step, UpsertTotals<R> totals) {
        if (step.isKeyOnly()) {
            insertAbsent(step, totals);
        } else {
            Table<R> table = step.upsert().table();
            SelectList<R> select = step.upsert().returning()
                    ? requests.lists().ofAll(table, step.rows().size()).marked()
                    : SelectList.onlyMarked(table);
            SelectList.Rows<R> stored = upsert(step, select);
            totals.add(stored.fresh(), stored.count() - stored.fresh(), stored.rows());
        }
    }

    private <R extends Record> SelectList.Rows<R> upsert(UpsertStep<R> step, SelectList<R> select) {
        try {
            return post(step, select, "resolution=merge-duplicates");
        } catch (UnsupportedCapabilityException | SchemaMismatchException refused) {
            if (!isAboutMarker(refused)) {
                throw refused;
            }
            Table<R> table = step.upsert().table();
            withoutMarker.add(table.getQualifiedName());
            throw new UnsupportedCapabilityException(
                    table.getName() + " is a view or partitioned, where REST cannot tell new rows from changed ones;"
                            + " install the functions of this module and try again",
                    refused.info(),
                    null);
        }
    }

    private static boolean isAboutMarker(StorageException refused) {
        return refused.sensitiveDetail()
                .filter(words -> words.contains("xmax") || words.contains("system column"))
                .isPresent();
    }

    private <R extends Record> void insertAbsent(UpsertStep<R> step, UpsertTotals<R> totals) {
        Write.Upsert<R> upsert = step.upsert();
        SelectList<R> select =
                requests.lists().ofAll(upsert.table(), step.rows().size());
        List<R> stored = post(step, select, "resolution=ignore-duplicates").rows();
        boolean incomplete = upsert.returning() && stored.size() < step.rows().size();
        totals.add(stored.size(), 0, incomplete ? existing(step) : stored);
    }

    /** The rows as they are, those that an upsert of key columns alone found included. */
    private <R extends Record> List<R> existing(UpsertStep<R> step) {
        Write.Upsert<R> upsert = step.upsert();
        List<Filter> keys =
                step.rows().stream().map(row -> hasKeyOf(upsert, row)).toList();
        return reader.read(Read.of(upsert.table(), Filters.or(keys), upsert.origin()));
    }

    private static <R extends Record> Filter hasKeyOf(Write.Upsert<R> upsert, Row<R> row) {
        return Filters.and(upsert.key().getFields().stream()
                .map(column -> equal(column, row.record()))
                .toList());
    }

    private static <T> Filter equal(Field<T> column, Record row) {
        T value = row.get(column);
        return value == null ? Filters.noRow() : Filters.eq(column, value);
    }

    private <R extends Record> SelectList.Rows<R> post(UpsertStep<R> step, SelectList<R> select, String resolution) {
        Write.Upsert<R> upsert = step.upsert();
        QueryString query = select.query();
        WriteRequests.columns(query, step.columns());
        WriteRequests.conflict(query, upsert.key());
        Answer answer =
                requests.send(Verb.POST, upsert.table(), query, step.body(), "return=representation", resolution);
        return select.parse(answer);
    }
}
