// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.UpsertBatch.Group;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Carries out upserts of any size: one statement where it can be one, else several in one transaction. */
final class Upserter {

    private static final Set<Class<? extends StorageException>> CAUSED_BY_A_ROW = Set.of(
            CheckViolationException.class,
            DuplicateKeyException.class,
            ForeignKeyException.class,
            InvalidValueException.class,
            NotNullException.class,
            ServerErrorException.class);

    private final Session session;
    private final Transactions transactions;
    private final NewRows newRows;

    Upserter(Session session, Transactions transactions) {
        this.session = session;
        this.newRows = new NewRows(session);
        this.transactions = transactions;
    }

    <R extends Record> WriteResult<R> upsert(Write.Upsert<R> upsert) {
        UpsertBatch<R> batch = UpsertBatch.of(upsert);
        Outcome<R> outcome = new Outcome<>(batch.badRows());
        List<Step<R>> steps = steps(upsert, batch);
        if (steps.size() == 1 && !upsert.options().isolatesBadRows()) {
            steps.get(0).run(outcome);
        } else if (!steps.isEmpty()) {
            transactions.use(() -> runAll(upsert, steps, outcome));
        }
        return outcome.result();
    }

    private <R extends Record> List<Step<R>> steps(Write.Upsert<R> upsert, UpsertBatch<R> batch) {
        List<Step<R>> steps = new ArrayList<>();
        for (Group<R> group : batch.groups()) {
            for (List<Row<R>> chunk : Chunks.of(group.rows(), group.columns().size())) {
                steps.add(new Step<>(upsert, group.columns(), chunk));
            }
        }
        return steps;
    }

    private <R extends Record> void runAll(Write.Upsert<R> upsert, List<Step<R>> steps, Outcome<R> outcome) {
        for (Step<R> step : steps) {
            if (upsert.options().isolatesBadRows()) {
                isolate(step, outcome);
            } else {
                step.run(outcome);
            }
        }
    }

    /** Halves the rows until each bad one stands alone, so that one bad row among n costs about 2 log n statements. */
    private <R extends Record> void isolate(Step<R> step, Outcome<R> outcome) {
        try {
            transactions.use(() -> step.run(outcome));
        } catch (StorageException failure) {
            if (!CAUSED_BY_A_ROW.contains(failure.getClass())) {
                throw failure;
            } else if (step.rows.size() == 1) {
                outcome.badRows.addAll(step.rows.get(0).failed(failure));
            } else {
                int half = step.rows.size() / 2;
                isolate(step.of(step.rows.subList(0, half)), outcome);
                isolate(step.of(step.rows.subList(half, step.rows.size())), outcome);
            }
        }
    }

    /** One statement. */
    private final class Step<R extends Record> {

        private final Write.Upsert<R> upsert;
        private final List<Field<?>> columns;
        private final List<Row<R>> rows;

        Step(Write.Upsert<R> upsert, List<Field<?>> columns, List<Row<R>> rows) {
            this.upsert = upsert;
            this.columns = columns;
            this.rows = rows;
        }

        Step<R> of(List<Row<R>> fewer) {
            return new Step<>(upsert, columns, fewer);
        }

        void run(Outcome<R> outcome) {
            List<R> records = rows.stream().map(Row::record).toList();
            InsertStatement<R> statement = new InsertStatement<>(upsert.table(), columns, records);
            Field<Boolean> isNew = newRows.marker(upsert.table(), upsert.key());
            InsertStatement.Upserted<R> done = session.write(
                    upsert.table(), columns, sql -> statement.upsert(sql, upsert.key(), isNew, upsert.returning()));
            outcome.add(done, upsert.returning() && done.rows().size() < rows.size() ? existing(records) : List.of());
        }

        /** The rows that an upsert of key columns alone found and left as they are. */
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

    /** Adds up what the statements did. */
    private static final class Outcome<R extends Record> {

        private final List<R> rows = new ArrayList<>();
        private final List<BadRow> badRows;
        private long inserted;
        private long updated;

        Outcome(List<BadRow> badRows) {
            this.badRows = new ArrayList<>(badRows);
        }

        void add(InsertStatement.Upserted<R> done, List<R> existing) {
            inserted += done.inserted();
            updated += done.updated();
            rows.addAll(existing.isEmpty() ? done.rows() : existing);
        }

        WriteResult<R> result() {
            badRows.sort(Comparator.comparingInt(BadRow::index));
            return new WriteResult<>(inserted, updated, 0, rows, badRows);
        }
    }
}
