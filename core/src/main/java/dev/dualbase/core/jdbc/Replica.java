// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.CallTimings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A replica, its connections, and whether it was away when it was last tried. */
final class Replica implements AutoCloseable {

    /** How long nobody tries one that was away. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** A replica that has become the primary has replayed all that it has. */
    private static final String REACHED = """
            select case when pg_catalog.pg_is_in_recovery() then pg_catalog.pg_last_wal_replay_lsn()
                        else pg_catalog.pg_current_wal_insert_lsn() end >= cast(? as pg_catalog.pg_lsn)
            """;

    private final ConnectionPool pool;
    private final AtomicLong tryAgain = new AtomicLong();
    private volatile boolean away;

    Replica(ConnectionPool pool) {
        this.pool = pool;
    }

    ConnectionPool pool() {
        return pool;
    }

    boolean isAway() {
        return away;
    }

    /** Whether to try it now. After its rest one caller tries one that was away, the others when that went well. */
    boolean mayBeTried() {
        if (!away) {
            return true;
        }
        long due = tryAgain.get();
        long now = System.nanoTime();
        return now - due >= 0 && tryAgain.compareAndSet(due, now + REST.toNanos());
    }

    void rest() {
        tryAgain.set(System.nanoTime() + REST.toNanos());
        away = true;
    }

    /**
     * A connection to it, empty if it has not replayed the log up to a position by a moment of {@link System#nanoTime()}. The
     * connection itself is asked: after a crash a replica may be behind what it has shown before.
     */
    Optional<Connection> lease(Optional<String> position, long deadline) {
        Connection connection = pool.lease();
        boolean reached = false;
        boolean broken = true;
        try {
            reached = position.isEmpty() || awaitReplay(connection, position.get(), deadline);
            broken = false;
            away = false;
            return reached ? Optional.of(connection) : Optional.empty();
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure, null, false);
        } finally {
            if (!reached) {
                pool.release(connection, broken);
            }
        }
    }

    private static boolean awaitReplay(Connection connection, String position, long deadline) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(REACHED)) {
            statement.setString(1, position);
            long pause = FIRST_PAUSE;
            while (!isReached(statement)) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(Math.min(pause, left));
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
            return true;
        } finally {
            CallTimings.add(System.nanoTime() - begin, 0, 0);
        }
    }

    private static boolean isReached(PreparedStatement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
