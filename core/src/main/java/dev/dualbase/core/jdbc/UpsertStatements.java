// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.internal.bulk.UpsertTotals;
import dev.dualbase.core.internal.cell.CellColumn;
import dev.dualbase.core.jdbc.InsertStatement.Upserted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Runs the statement of a step, one way or another. */
final class UpsertStatements {

    /** How often rows are stored that somebody deletes before they can be returned. */
    private static final int ATTEMPTS = 3;

    private final Session session;
    private final Transactions transactions;
    private final Inserter inserter;
    private final NewRows newRows;
    private final ShapeCache<String> merges = new ShapeCache<>();

    UpsertStatements(Session session, Transactions transactions, Inserter inserter, NewRows newRows) {
        this.session = session;
        this.transactions = transactions;
        this.inserter = inserter;
        this.newRows = newRows;
    }

    <R extends Record> void run(UpsertStep<R> step, UpsertTotals<R> totals) {
        switch (step.path()) {
            case VALUES -> runValues(step, totals);
            case ARRAYS -> runArrays(step, totals);
            case COPY -> runCopy(step, totals);
        }
    }

    private <R extends Record> void runArrays(UpsertStep<R> step, UpsertTotals<R> totals) {
        List<CellColumn> cells = step.cells().orElseThrow();
        Optional<UnnestedRows> rows = UnnestedRows.of(cells, step.rows());
        if (rows.isPresent()) {
            merge(step, rows.get(), totals);
        } else {
            UpsertTotals<R> both = new UpsertTotals<>(List.of());
            transactions.use(() -> runHalves(step, both));
            WriteResult<R> stored = both.result();
            totals.add(stored.inserted(), stored.updated(), stored.rows());
        }
    }

    private <R extends Record> void runHalves(UpsertStep<R> step, UpsertTotals<R> totals) {
        int half = step.rows().size() / 2;
        run(step.of(step.rows().subList(0, half)), totals);
        run(step.of(step.rows().subList(half, step.rows().size())), totals);
    }

    private <R extends Record> void runCopy(UpsertStep<R> step, UpsertTotals<R> totals) {
        CopiedRows copied = new CopiedRows(step.cells().orElseThrow());
        use(step, copied::createTable);
        use(step, sql -> copied.send(sql, step.rows()));
        merge(step, copied, totals);
    }

    private <R extends Record> void merge(UpsertStep<R> step, MergedRows rows, UpsertTotals<R> totals) {
        var upsert = step.upsert();
        Field<Boolean> isNew = newRows.marker(upsert.table(), upsert.key());
        var statement = new MergeStatement<>(upsert.table(), step.columns(), upsert.key(), isNew, rows, step.how());
        Upserted<R> done = write(step, sql -> statement.run(sql, merges));
        totals.add(done.inserted(), done.updated(), done.rows());
    }

    private void use(UpsertStep<?> step, Consumer<DSLContext> action) {
        boolean done = write(step, sql -> {
            action.accept(sql);
            return true;
        });
        assert done;
    }

    private <T> T write(UpsertStep<?> step, Function<DSLContext, T> statement) {
        return session.write(step.upsert().table(), step.columns(), statement);
    }

    private <R extends Record> void runValues(UpsertStep<R> step, UpsertTotals<R> totals) {
        List<R> stored = store(step, totals);
        for (int attempt = 2; attempt <= ATTEMPTS && isIncomplete(step, stored); attempt++) {
            stored = store(step, totals);
        }
        totals.add(0, 0, stored);
    }

    /** Returns the rows that are stored now, where they are wanted. */
    private <R extends Record> List<R> store(UpsertStep<R> step, UpsertTotals<R> totals) {
        var upsert = step.upsert();
        List<R> records = step.rows().stream().map(Row::record).toList();
        InsertStatement<R> statement = new InsertStatement<>(upsert.table(), step.columns(), records, step.how());
        Upserted<R> done = inserter.upsert(statement, upsert.key(), upsert.returning());
        totals.add(done.inserted(), done.updated(), List.of());
        return isIncomplete(step, done.rows()) ? existing(step, records) : done.rows();
    }

    private static <R extends Record> boolean isIncomplete(UpsertStep<R> step, List<R> stored) {
        return step.upsert().returning() && stored.size() < step.rows().size();
    }

    /**
     * The rows that an upsert of key columns alone found and left as they are, but for those that were deleted since.
     */
    private <R extends Record> List<R> existing(UpsertStep<R> step, List<R> records) {
        List<Condition> keys =
                records.stream().map(record -> hasKeyOf(step, record)).toList();
        return session.read(
                step.upsert().table().getName(),
                sql -> sql.selectFrom(step.upsert().table()).where(DSL.or(keys)).fetch());
    }

    private static <R extends Record> Condition hasKeyOf(UpsertStep<R> step, R record) {
        return DSL.and(step.upsert().key().getFields().stream()
                .map(column -> equal(column, record))
                .toList());
    }

    private static <T> Condition equal(Field<T> column, Record record) {
        return column.eq(DSL.val(record.get(column), column));
    }
}
