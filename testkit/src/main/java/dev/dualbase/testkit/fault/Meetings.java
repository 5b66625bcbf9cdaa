// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import dev.dualbase.testkit.internal.Poll;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The session that is in the way of transactions, as {@link Conflicts} demands. Closing it ends what has not happened yet. */
public final class Meetings implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection connection;
    private final CompletableFuture<Void> end;
    private volatile boolean closed;

    private Meetings(Connection connection, int kind, int transactions) throws SQLException {
        this.connection = connection;
        execute(connection, "set deadlock_timeout = '1h'; set statement_timeout = 0");
        long first = number(connection, ConflictScript.lastRound()) + 1;
        execute(connection, ConflictScript.announce(kind, first));
        this.end = CompletableFuture.runAsync(() -> meetAll(kind, first, first + transactions - 1), Meetings::inDaemon);
    }

    static Meetings begin(Connection connection, int kind, int transactions) throws SQLException {
        return new Meetings(connection, kind, transactions);
    }

    private static void inDaemon(Runnable task) {
        Thread thread = new Thread(task, "dualbase-test-conflicts");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next round begins before the one there is ends, so that a transaction that is tried again at once finds it. */
    private void meetAll(int kind, long first, long last) {
        try (connection) {
            for (long round = first; round <= last && await(ConflictScript.present(round)); round++) {
                execute(
                        connection,
                        round < last ? ConflictScript.announce(kind, round + 1) : ConflictScript.calm(round));
                execute(connection, ConflictScript.disturb(round));
            }
            execute(connection, ConflictScript.calm(last));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean await(String query) {
        return Poll.until(Duration.ofDays(1), () -> closed || exists(query)) && !closed;
    }

    private boolean exists(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Waits until all transactions have come, for a minute.
     *
     * @throws IllegalStateException if fewer came
     */
    public void await() {
        try {
            end.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Not all transactions have come", e.getCause());
        }
    }

    /** Is in nobody's way any more. */
    @Override
    public void close() {
        closed = true;
        await();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The session for conflicts failed: " + cause.getMessage(), cause);
    }
}
