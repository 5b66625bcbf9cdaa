// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.UpsertBatch.Group;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.internal.bulk.RowIsolation;
import dev.dualbase.core.internal.bulk.UpsertTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UniqueKey;

/**
 * Carries out upserts of any size: in one request where it can be one, else by the function, else in several if the caller
 * allows it.
 */
final class RestUpserter {

    private final UpsertRequests requests;
    private final WriteFunction function;

    RestUpserter(UpsertRequests requests, WriteFunction function) {
        this.requests = requests;
        this.function = function;
    }

    <R extends Record> WriteResult<R> upsert(Write.Upsert<R> upsert) {
        UpsertBatch<R> batch = UpsertBatch.of(upsert);
        boolean isolates = upsert.options().isolatesBadRows();
        if (!isolates && setsJsonNull(batch)) {
            return function.write(upsert, Capability.JSON_NULLS);
        } else if (!isolates && batch.groups().size() > 1) {
            Optional<WriteResult<R>> done = together(upsert);
            if (done.isPresent()) {
                return done.get();
            }
        }
        UpsertTotals<R> totals = new UpsertTotals<>(batch.badRows());
        for (UpsertStep<R> step : steps(upsert, batch, totals)) {
            if (isolates) {
                totals.addBad(RowIsolation.store(step.rows(), rows -> run(step.only(rows), totals)));
            } else {
                run(step, totals);
            }
        }
        return totals.result();
    }

    /** Rows that set different columns; empty if they may be stored in parts, and have to be. */
    private <R extends Record> Optional<WriteResult<R>> together(Write.Upsert<R> upsert) {
        if (!upsert.options().mayBeSplit()) {
            return Optional.of(function.write(upsert, Capability.ATOMIC_MIXED_BULK));
        }
        return function.exists() ? function.tryWrite(upsert) : Optional.empty();
    }

    private static boolean setsJsonNull(UpsertBatch<?> batch) {
        return batch.groups().stream().anyMatch(RestUpserter::setsJsonNull);
    }

    private static boolean setsJsonNull(Group<?> group) {
        List<? extends Record> records = group.rows().stream().map(Row::record).toList();
        return JsonNulls.areIn(records, group.columns());
    }

    private <R extends Record> List<UpsertStep<R>> steps(
            Write.Upsert<R> upsert, UpsertBatch<R> batch, UpsertTotals<R> totals) {
        BiConsumer<Row<R>, InvalidValueException> refused = upsert.options().isolatesBadRows()
                ? (row, bad) -> totals.addBad(row.failed(bad))
                : RowBody.refusingAll();
        List<UpsertStep<R>> steps = new ArrayList<>();
        for (Group<R> group : batch.groups()) {
            steps.addAll(UpsertStep.of(upsert, group, requests.maxBodyBytes(), refused));
        }
        if (steps.size() > 1 && !upsert.options().mayBeSplit()) {
            throw new UnsupportedCapabilityException(
                    "the rows for " + upsert.table().getName() + " take " + steps.size()
                            + " requests, which cannot be all or nothing; allow BulkOptions.splittable() or raise maxBodyBytes");
        }
        return steps;
    }

    private <R extends Record> void run(UpsertStep<R> step, UpsertTotals<R> totals) {
        if (step.upsert().options().isolatesBadRows() && step.setsJsonNull()
                || isUnmarked(step)
                || (mayLookDifferent(step.upsert().key()) && function.exists())) {
            add(function.write(step.asWrite(), Capability.JSON_NULLS), totals);
            return;
        }
        try {
            requests.send(step, totals);
        } catch (UnsupportedCapabilityException refused) {
            if (!isUnmarked(step)) {
                throw refused;
            }
            add(function.write(step.asWrite(), Capability.ATOMIC_WRITES), totals);
        }
    }

    private boolean isUnmarked(UpsertStep<?> step) {
        return requests.lacksMarker(step.upsert().table()) && function.exists();
    }

    /** PostgREST overwrites the columns of the key with values that are equal, but for some types may look different. */
    private static boolean mayLookDifferent(UniqueKey<?> key) {
        return key.getFields().stream().anyMatch(RestUpserter::hasEqualsThatDiffer);
    }

    /** 0.0 and -0.0, 1.0 and 1.00 without a fixed scale. */
    private static boolean hasEqualsThatDiffer(Field<?> column) {
        Class<?> type = column.getType();
        return type == Double.class
                || type == Float.class
                || type == BigDecimal.class && column.getDataType().precision() == 0;
    }

    private static <R> void add(WriteResult<R> done, UpsertTotals<R> totals) {
        totals.add(done.inserted(), done.updated(), done.rows());
    }
}
