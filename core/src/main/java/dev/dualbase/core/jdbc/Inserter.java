// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.jdbc.InsertStatement.Upserted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Runs inserts and upserts. Those of one row, which are most, are rendered once. */
final class Inserter {

    private enum Kind {
        PLAIN,
        UNLESS_PRESENT,
        UPSERT,
        UPSERT_RETURNING
    }

    private final Session session;
    private final Statements statements;
    private final NewRows newRows;

    Inserter(Session session, Statements statements, NewRows newRows) {
        this.session = session;
        this.statements = statements;
        this.newRows = newRows;
    }

    /** Inserts rows, and returns them as they are stored. */
    <R extends Record> List<R> plain(InsertStatement<R> insert) {
        Outline outline = outline(Kind.PLAIN, insert);
        RenderedStatement<R> statement = insert.isOneRow()
                ? statements.returning(
                        outline,
                        insert.table(),
                        insert.allColumns(),
                        (sql, parameters) -> insert.values(sql, parameters).returningResult(insert.allColumns()))
                : null;
        return session.change(
                insert.table(),
                insert.columns(),
                statement != null
                        ? connection -> statement.fetch(connection, outline.values())
                        : session.byJooq(insert::plain));
    }

    /** Leaves out rows whose key exists, and returns the others. */
    <R extends Record> List<R> unlessPresent(InsertStatement<R> insert, UniqueKey<R> key) {
        Outline outline = outline(Kind.UNLESS_PRESENT, insert).part(key);
        RenderedStatement<R> statement = insert.isOneRow()
                ? statements.returning(
                        outline,
                        insert.table(),
                        insert.allColumns(),
                        (sql, parameters) ->
                                insert.valuesUnless(sql, key, parameters).returningResult(insert.allColumns()))
                : null;
        return session.change(
                insert.table(),
                insert.columns(),
                statement != null
                        ? connection -> statement.fetch(connection, outline.values())
                        : session.byJooq(sql -> insert.unlessPresent(sql, key)));
    }

    /**
     * Inserts rows, and changes those whose key exists. Rows of key columns alone are left as they are where they exist, and
     * are not in the answer.
     */
    <R extends Record> Upserted<R> upsert(InsertStatement<R> insert, UniqueKey<R> key, boolean returning) {
        if (!insert.changesMoreThan(key)) {
            List<R> stored = unlessPresent(insert, key);
            return new Upserted<>(stored.size(), 0, returning ? stored : List.of());
        }
        Field<Boolean> isNew = newRows.marker(insert.table(), key);
        List<Field<?>> wanted = returning ? insert.allColumns() : List.of();
        Outline outline =
                outline(returning ? Kind.UPSERT_RETURNING : Kind.UPSERT, insert).part(key);
        RenderedStatement<R> statement = insert.isOneRow() && NewRows.isSame(isNew)
                ? statements.returning(
                        outline,
                        insert.table(),
                        wanted,
                        (sql, parameters) -> insert.valuesOrChanges(sql, key, parameters)
                                .returningResult(InsertStatement.with(wanted, isNew)))
                : null;
        return session.change(
                insert.table(),
                insert.columns(),
                statement != null
                        ? connection -> upserted(statement, connection, outline.values(), wanted.size())
                        : session.byJooq(sql -> insert.upsert(sql, key, isNew, returning)));
    }

    private static <R extends Record> Upserted<R> upserted(
            RenderedStatement<R> statement, Connection connection, List<@Nullable Object> values, int columns)
            throws SQLException {
        long inserted = 0;
        long updated = 0;
        List<R> stored = new ArrayList<>(1);
        try (PreparedStatement upsert = statement.prepare(connection, values);
                ResultSet result = upsert.executeQuery()) {
            while (result.next()) {
                if (result.getBoolean(columns + 1)) {
                    inserted++;
                } else {
                    updated++;
                }
                if (columns > 0) {
                    stored.add(statement.reader().row(result));
                }
            }
        }
        return new Upserted<>(inserted, updated, stored);
    }

    private static <R extends Record> Outline outline(Kind kind, InsertStatement<R> insert) {
        int columns = insert.isOneRow() ? insert.columns().size() : 0;
        Outline outline = new Outline(kind, columns).part(insert.table());
        for (int i = 0; i < columns; i++) {
            Field<?> column = insert.columns().get(i);
            outline.set(column, insert.rows().get(0).get(column));
        }
        return outline;
    }
}
