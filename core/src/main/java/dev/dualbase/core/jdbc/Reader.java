// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Carries out reads. */
final class Reader {

    /** Rows fetched at a time by a stream: enough that round trips do not count, few enough to hold in memory. */
    private static final int FETCH_SIZE = 500;

    private enum Kind {
        ROWS,
        COUNT
    }

    private final Statements statements;
    private final Session session;
    private final Session streams;
    private final Transactions transactions;
    private final Transactions streamTransactions;

    /**
     * A reader whose streams have transactions of their own, so that what is written while streaming does not take part in
     * the stream's read-only transaction.
     */
    Reader(
            Statements statements,
            Session session,
            Transactions transactions,
            Session streams,
            Transactions streamTransactions) {
        this.statements = statements;
        this.session = session;
        this.transactions = transactions;
        this.streams = streams;
        this.streamTransactions = streamTransactions;
    }

    <R extends Record> List<R> read(Read<R> read) {
        if (read.limit().isPresent() && read.limit().get().rows() == 0) {
            return List.of();
        }
        Outline outline = new Outline(Kind.ROWS).read(read);
        RenderedStatement<R> statement = rendered(read, outline);
        return session.query(
                read.table().getName(),
                read.preference(),
                statement != null
                        ? connection -> statement.fetch(connection, outline.values())
                        : session.byJooq(sql ->
                                Queries.select(sql, Parameters.once(), read).fetch(row -> row.into(read.table()))));
    }

    private <R extends Record> @Nullable RenderedStatement<R> rendered(Read<R> read, Outline outline) {
        return statements.returning(
                outline, read.table(), read.columns(), (sql, parameters) -> Queries.select(sql, parameters, read));
    }

    long count(Read<?> read) {
        Outline outline = new Outline(Kind.COUNT).part(read.table()).filter(read.filter());
        RenderedStatement<?> statement =
                statements.silent(outline, (sql, parameters) -> Queries.count(sql, parameters, read));
        return session.query(
                read.table().getName(),
                read.preference(),
                statement != null
                        ? connection -> number(statement, connection, outline.values())
                        : session.byJooq(sql -> Queries.count(sql, Parameters.once(), read)
                                .fetchSingle()
                                .value1()));
    }

    private static long number(RenderedStatement<?> statement, Connection connection, List<@Nullable Object> values)
            throws SQLException {
        try (PreparedStatement count = statement.prepare(connection, values);
                ResultSet answer = count.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        if (transactions.current() != null) {
            return stream(session, read, function);
        }
        TransactionOptions readOnly = TransactionOptions.defaults().asReadOnly(read.preference());
        return streamTransactions.run(readOnly, () -> stream(streams, read, function));
    }

    private <R extends Record, T> T stream(Session session, Read<R> read, Function<Stream<R>, T> function) {
        Outline outline = new Outline(Kind.ROWS).read(read);
        RenderedStatement<R> statement = rendered(read, outline);
        return session.query(
                read.table().getName(),
                ReadPreference.PRIMARY,
                statement != null
                        ? connection -> stream(statement, connection, outline.values(), function)
                        : session.byJooq(sql -> stream(sql, read, function)));
    }

    private static <R extends Record, T> T stream(
            RenderedStatement<R> statement,
            Connection connection,
            List<@Nullable Object> values,
            Function<Stream<R>, T> function)
            throws SQLException {
        try (PreparedStatement select = statement.prepare(connection, values)) {
            select.setFetchSize(FETCH_SIZE);
            receiveBinary(select.unwrap(PGStatement.class));
            try (ResultSet result = select.executeQuery()) {
                return function.apply(statement.reader().stream(result));
            }
        }
    }

    /**
     * Has the server send binary values from the first row on, as pgjdbc does on this threshold. By itself it does so for
     * statements that are repeated, which a stream seldom is, and text takes both sides longer. Zero stays: it is for poolers
     * that lend sessions by the transaction, where no statement may stay prepared.
     */
    private static void receiveBinary(PGStatement statement) throws SQLException {
        if (statement.getPrepareThreshold() > 0) {
            statement.setPrepareThreshold(-1);
        }
    }

    private static <R extends Record, T> T stream(DSLContext sql, Read<R> read, Function<Stream<R>, T> function) {
        try (Cursor<?> rows = Queries.select(sql, Parameters.once(), read)
                        .fetchSize(FETCH_SIZE)
                        .fetchLazy();
                Stream<R> stream = rows.stream().map(row -> row.into(read.table()))) {
            return function.apply(stream);
        }
    }
}
