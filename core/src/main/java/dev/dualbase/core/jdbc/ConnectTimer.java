// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Remembers when the last connection was opened and how long that took. The pool opens connections in threads of its own,
 * so a caller that waited finds out here how much of its wait was connecting.
 */
final class ConnectTimer implements DataSource {

    private record Interval(long begin, long end) {}

    private final DataSource source;
    private volatile Interval last = new Interval(0, 0);

    ConnectTimer(DataSource source) {
        this.source = source;
    }

    /** How much of the time between two moments of {@link System#nanoTime()} the last connect took. */
    long overlap(long begin, long end) {
        Interval connect = last;
        if (connect.end - begin <= 0) {
            return 0;
        }
        long from = connect.begin - begin > 0 ? connect.begin : begin;
        long to = connect.end - end < 0 ? connect.end : end;
        return Math.max(0, to - from);
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begin = System.nanoTime();
        try {
            return source.getConnection();
        } finally {
            last = new Interval(begin, System.nanoTime());
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
        return Logger.getLogger(ConnectTimer.class.getName());
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
