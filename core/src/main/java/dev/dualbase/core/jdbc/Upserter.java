// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.UpsertBatch.Group;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.internal.bulk.RowIsolation;
import dev.dualbase.core.internal.bulk.UpsertTotals;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Carries out upserts of any size: one statement where it can be one, else several in one transaction. */
final class Upserter {

    /** How often rows are stored that somebody deletes before they can be returned. */
    private static final int ATTEMPTS = 3;

    private final Session session;
    private final Transactions transactions;
    private final Inserter inserter;

    Upserter(Session session, Transactions transactions, Inserter inserter) {
        this.session = session;
        this.inserter = inserter;
        this.transactions = transactions;
    }

    <R extends Record> WriteResult<R> upsert(Write.Upsert<R> upsert, Changes how) {
        UpsertBatch<R> batch = UpsertBatch.of(upsert);
        UpsertTotals<R> totals = new UpsertTotals<>(batch.badRows());
        List<Step<R>> steps = steps(upsert, batch, how);
        if (steps.size() == 1 && !upsert.options().isolatesBadRows()) {
            steps.get(0).run(totals);
        } else if (!steps.isEmpty()) {
            transactions.use(() -> runAll(upsert, steps, totals));
        }
        return totals.result();
    }

    private <R extends Record> List<Step<R>> steps(Write.Upsert<R> upsert, UpsertBatch<R> batch, Changes how) {
        List<Step<R>> steps = new ArrayList<>();
        for (Group<R> group : batch.groups()) {
            for (List<Row<R>> chunk : Chunks.of(group.rows(), group.columns().size())) {
                steps.add(new Step<>(upsert, group.columns(), chunk, how));
            }
        }
        return steps;
    }

    private <R extends Record> void runAll(Write.Upsert<R> upsert, List<Step<R>> steps, UpsertTotals<R> totals) {
        for (Step<R> step : steps) {
            if (upsert.options().isolatesBadRows()) {
                totals.addBad(RowIsolation.store(
                        step.rows, rows -> transactions.use(() -> step.of(rows).run(totals))));
            } else {
                step.run(totals);
            }
        }
    }

    /** One statement. */
    private final class Step<R extends Record> {

        private final Write.Upsert<R> upsert;
        private final List<Field<?>> columns;
        private final List<Row<R>> rows;
        private final Changes how;

        Step(Write.Upsert<R> upsert, List<Field<?>> columns, List<Row<R>> rows, Changes how) {
            this.upsert = upsert;
            this.columns = columns;
            this.rows = rows;
            this.how = how;
        }

        Step<R> of(List<Row<R>> fewer) {
            return new Step<>(upsert, columns, fewer, how);
        }

        void run(UpsertTotals<R> totals) {
            List<R> stored = store(totals);
            for (int attempt = 2; attempt <= ATTEMPTS && isIncomplete(stored); attempt++) {
                stored = store(totals);
            }
            totals.add(0, 0, stored);
        }

        /** Returns the rows that are stored now, where they are wanted. */
        private List<R> store(UpsertTotals<R> totals) {
            List<R> records = rows.stream().map(Row::record).toList();
            InsertStatement<R> statement = new InsertStatement<>(upsert.table(), columns, records, how);
            InsertStatement.Upserted<R> done = inserter.upsert(statement, upsert.key(), upsert.returning());
            totals.add(done.inserted(), done.updated(), List.of());
            return isIncomplete(done.rows()) ? existing(records) : done.rows();
        }

        private boolean isIncomplete(List<R> stored) {
            return upsert.returning() && stored.size() < rows.size();
        }

        /**
         * The rows that an upsert of key columns alone found and left as they are, but for those that were deleted since.
         */
        private List<R> existing(List<R> records) {
            List<Condition> keys = records.stream().map(this::hasKeyOf).toList();
            return session.read(
                    upsert.table().getName(),
                    sql -> sql.selectFrom(upsert.table()).where(DSL.or(keys)).fetch());
        }

        private Condition hasKeyOf(R record) {
            return DSL.and(upsert.key().getFields().stream()
                    .map(column -> equal(column, record))
                    .toList());
        }

        private <T> Condition equal(Field<T> column, R record) {
            return column.eq(DSL.val(record.get(column), column));
        }
    }
}
