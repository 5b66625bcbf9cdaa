// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.UpsertBatch.Group;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.internal.bulk.RowIsolation;
import dev.dualbase.core.internal.bulk.UpsertTotals;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;

/** Carries out upserts of any size: one statement where it can be one, else several in one transaction. */
final class Upserter {

    private final Transactions transactions;
    private final UpsertStatements statements;
    private final TemporaryTables temporaryTables;

    Upserter(Session session, Transactions transactions, Inserter inserter, NewRows newRows) {
        this.transactions = transactions;
        this.statements = new UpsertStatements(session, transactions, inserter, newRows);
        this.temporaryTables = new TemporaryTables(session);
    }

    <R extends Record> WriteResult<R> upsert(Write.Upsert<R> upsert, Changes how) {
        UpsertBatch<R> batch = UpsertBatch.of(upsert);
        UpsertTotals<R> totals = new UpsertTotals<>(batch.badRows());
        List<UpsertStep<R>> steps = steps(upsert, batch, how);
        if (steps.size() == 1
                && !upsert.options().isolatesBadRows()
                && !steps.get(0).needsTransaction()) {
            statements.run(steps.get(0), totals);
        } else if (!steps.isEmpty()) {
            transactions.use(() -> runAll(upsert, steps, totals));
        }
        return totals.result();
    }

    private <R extends Record> List<UpsertStep<R>> steps(Write.Upsert<R> upsert, UpsertBatch<R> batch, Changes how) {
        List<UpsertStep<R>> steps = new ArrayList<>(batch.groups().size());
        for (Group<R> group : batch.groups()) {
            UpsertStep<R> all = UpsertStep.of(upsert, group, how, temporaryTables);
            Chunks.ofSize(group.rows(), all.rowsAtOnce()).forEach(chunk -> steps.add(all.of(chunk)));
        }
        return steps;
    }

    private <R extends Record> void runAll(Write.Upsert<R> upsert, List<UpsertStep<R>> steps, UpsertTotals<R> totals) {
        for (UpsertStep<R> step : steps) {
            if (upsert.options().isolatesBadRows()) {
                totals.addBad(RowIsolation.store(
                        step.rows(), rows -> transactions.use(() -> statements.run(step.of(rows), totals))));
            } else {
                statements.run(step, totals);
            }
        }
    }
}
