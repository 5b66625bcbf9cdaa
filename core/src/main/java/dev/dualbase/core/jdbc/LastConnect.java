// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections, and remembers when it last did, how long that took, and why it failed. The pool opens connections in
 * threads of its own, and tries again as long as a caller waits; so a caller finds out here how much of its wait was
 * connecting, and whether there is anything to wait for.
 *
 * <p>A server that does not answer is asked again at a steady pace. HikariCP by itself would pause twice as long after each
 * failure, up to five seconds, and callers would wait for a server that is back.
 */
final class LastConnect implements DataSource {

    private record Attempt(long begin, long end, Optional<SQLException> failure) {}

    private static final Duration PACE = Duration.ofMillis(100);

    private final DataSource source;
    private final Duration patience;
    private volatile @Nullable Attempt last;
    private volatile @Nullable Long underWaySince;

    /**
     * Connections of a source.
     *
     * @param patience how long it asks again before the failure is given to the pool
     */
    LastConnect(DataSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /**
     * How much of the time between two moments of {@link System#nanoTime()} went by in connecting: in the last connect that has
     * ended, with all that it tried before, and in the one that is under way.
     */
    long overlap(long begin, long end) {
        Attempt ended = last;
        Long since = underWaySince;
        if (since != null && (ended == null || ended.begin - since >= 0)) {
            return common(begin, end, since, end);
        }
        long now = since == null ? 0 : common(begin, end, since, end);
        return ended == null ? 0 : now + common(begin, end, ended.begin, ended.end);
    }

    private static long common(long begin, long end, long otherBegin, long otherEnd) {
        long from = otherBegin - begin > 0 ? otherBegin : begin;
        long to = otherEnd - end < 0 ? otherEnd : end;
        return Math.max(0, to - from);
    }

    /** Why the last connect failed, if it did, and ended after a moment of {@link System#nanoTime()}. */
    Optional<SQLException> failureSince(long moment) {
        Attempt connect = last;
        return connect == null || connect.end - moment < 0 ? Optional.empty() : connect.failure;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begin = System.nanoTime();
        underWaySince = begin;
        try {
            return connect(begin);
        } finally {
            underWaySince = null;
        }
    }

    private Connection connect(long begin) throws SQLException {
        while (true) {
            try {
                return attempt(begin);
            } catch (SQLException failure) {
                if (SqlErrors.isRefusal(failure) || System.nanoTime() - begin > patience.toNanos()) {
                    throw failure;
                }
                LockSupport.parkNanos(PACE.toNanos());
                if (Thread.currentThread().isInterrupted()) { // the pool is being closed
                    throw failure;
                }
            }
        }
    }

    /** One of those that began at a moment. */
    private Connection attempt(long begin) throws SQLException {
        Optional<SQLException> failure = Optional.empty();
        try {
            return source.getConnection();
        } catch (SQLException thrown) {
            failure = Optional.of(thrown);
            throw thrown;
        } finally {
            last = new Attempt(begin, System.nanoTime(), failure);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return source.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(LastConnect.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
