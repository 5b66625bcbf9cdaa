// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;

/** Carries out inserts, updates and deletes, and hands upserts on. */
final class Writer {

    private final Transactions transactions;
    private final FilteredWrites filtered;
    private final Inserter inserter;
    private final Upserter upserter;

    Writer(Statements statements, Session session, Transactions transactions) {
        this.transactions = transactions;
        this.filtered = new FilteredWrites(session, statements);
        NewRows newRows = new NewRows(session);
        this.inserter = new Inserter(session, statements, newRows);
        this.upserter = new Upserter(session, transactions, inserter, newRows);
    }

    <R extends Record> WriteResult<R> write(Write<R> write) {
        return write instanceof Write.Noted<R> noted
                ? write(noted.write(), Changes.noted(noted.table(), noted.note()))
                : write(write, Changes.alone());
    }

    private <R extends Record> WriteResult<R> write(Write<R> write, Changes how) {
        if (write instanceof Write.Insert<R> insert) {
            return insert(insert, how);
        } else if (write instanceof Write.Upsert<R> upsert) {
            return upserter.upsert(upsert, how);
        } else if (write instanceof Write.Update<R> update) {
            return update(update, how);
        } else if (write instanceof Write.Delete<R> delete) {
            return new WriteResult<>(0, 0, filtered.delete(delete, how), List.of(), List.of());
        }
        throw new IllegalStateException("Write is sealed, and all of it is above");
    }

    private <R extends Record> WriteResult<R> insert(Write.Insert<R> insert, Changes how) {
        Map<List<Field<?>>, List<R>> groups = new LinkedHashMap<>();
        for (R row : insert.rows()) {
            groups.computeIfAbsent(RowCheck.setColumns(insert.table(), row), any -> new ArrayList<>())
                    .add(row);
        }
        List<InsertStatement<R>> statements = new ArrayList<>();
        groups.forEach((columns, rows) -> Chunks.of(rows, columns.size())
                .forEach(chunk -> statements.add(new InsertStatement<>(insert.table(), columns, chunk, how))));
        List<R> stored = statements.size() == 1
                ? insert(insert, statements.get(0))
                : transactions.run(TransactionOptions.defaults(), () -> insertAll(insert, statements));
        return new WriteResult<>(stored.size(), 0, 0, stored, List.of());
    }

    private <R extends Record> List<R> insertAll(Write.Insert<R> insert, List<InsertStatement<R>> statements) {
        List<R> stored = new ArrayList<>();
        statements.forEach(statement -> stored.addAll(insert(insert, statement)));
        return stored;
    }

    private <R extends Record> List<R> insert(Write.Insert<R> insert, InsertStatement<R> statement) {
        return insert.absentBy()
                .map(key -> inserter.unlessPresent(statement, key))
                .orElseGet(() -> inserter.plain(statement));
    }

    private <R extends Record> WriteResult<R> update(Write.Update<R> update, Changes how) {
        if (update.returning()) {
            List<R> rows = filtered.updateReturning(update, how);
            return new WriteResult<>(0, rows.size(), 0, rows, List.of());
        }
        return new WriteResult<>(0, filtered.update(update, how), 0, List.of(), List.of());
    }
}
