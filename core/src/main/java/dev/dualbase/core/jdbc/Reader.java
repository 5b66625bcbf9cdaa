// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Carries out reads. */
final class Reader {

    /** Rows fetched at a time by a stream: enough that round trips do not count, few enough to hold in memory. */
    private static final int FETCH_SIZE = 500;

    private final Session session;
    private final Session streams;
    private final Transactions transactions;
    private final Transactions streamTransactions;

    /**
     * A reader whose streams have transactions of their own, so that what is written while streaming does not take part in
     * the stream's read-only transaction.
     */
    Reader(Session session, Transactions transactions, Session streams, Transactions streamTransactions) {
        this.session = session;
        this.transactions = transactions;
        this.streams = streams;
        this.streamTransactions = streamTransactions;
    }

    <R extends Record> List<R> read(Read<R> read) {
        if (read.limit().isPresent() && read.limit().get().rows() == 0) {
            return List.of();
        }
        return session.read(
                read.table().getName(),
                read.preference(),
                sql -> Queries.select(sql, read).fetch(row -> row.into(read.table())));
    }

    long count(Read<?> read) {
        return session.read(
                read.table().getName(),
                read.preference(),
                sql -> Queries.count(sql, read).fetchSingle().value1());
    }

    <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        if (transactions.current() != null) {
            return stream(session, read, function);
        }
        TransactionOptions readOnly = TransactionOptions.defaults().asReadOnly(read.preference());
        return streamTransactions.run(readOnly, () -> stream(streams, read, function));
    }

    private static <R extends Record, T> T stream(Session session, Read<R> read, Function<Stream<R>, T> function) {
        return session.read(read.table().getName(), sql -> stream(sql, read, function));
    }

    private static <R extends Record, T> T stream(DSLContext sql, Read<R> read, Function<Stream<R>, T> function) {
        try (Cursor<?> rows = Queries.select(sql, read).fetchSize(FETCH_SIZE).fetchLazy();
                Stream<R> stream = rows.stream().map(row -> row.into(read.table()))) {
            return function.apply(stream);
        }
    }
}
