// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.PoolStats;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** HikariCP, with the time of a lease split into waiting and connecting. */
final class ConnectionPool implements AutoCloseable {

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration HURRY = Duration.ofSeconds(3);

    private final HikariDataSource pool;
    private final ConnectTimer connects;
    private final DataSource beside;
    private final Duration timeout;

    ConnectionPool(JdbcSettings settings) {
        this.connects = new ConnectTimer(DriverSource.of(settings));
        this.timeout = settings.connectTimeout();
        this.beside = DriverSource.hurried(settings, timeout.compareTo(HURRY) < 0 ? timeout : HURRY);
        HikariConfig config = new HikariConfig();
        config.setPoolName("dualbase-" + settings.id());
        config.setDataSource(connects);
        config.setMaximumPoolSize(settings.maxConnections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(timeout.toMillis());
        config.setMaxLifetime(settings.maxLifetime().toMillis());
        config.setIdleTimeout(
                Math.min(IDLE_TIMEOUT.toMillis(), settings.maxLifetime().toMillis()));
        config.setValidationTimeout(Math.min(config.getValidationTimeout(), timeout.toMillis()));
        StatementTimeout.afterConnecting(settings).ifPresent(config::setConnectionInitSql);
        config.setExceptionOverride(new NoOpinion());
        // a host may start before its database: the first call finds out
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    /**
     * A connection of one's own, in autocommit.
     *
     * @throws StorageException if there is none in time; nothing was sent then
     */
    Connection lease() {
        long begin = System.nanoTime();
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            throw noConnection(failure);
        } finally {
            long end = System.nanoTime();
            long connecting = connects.overlap(begin, end);
            CallTimings.add(end - begin - connecting, connecting, 0);
        }
    }

    /**
     * The server's version, asked on a connection beside the pool.
     *
     * @throws StorageException if there is no answer in a few seconds
     */
    String askVersion() {
        if (pool.isClosed()) {
            throw new ConnectionFailureException("the backend is closed");
        }
        try (Connection connection = beside.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show server_version")) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException failure) {
            throw SqlErrors.noConnection(failure, "the server cannot be reached");
        }
    }

    private StorageException noConnection(SQLException failure) {
        if (pool.isClosed()) {
            return new ConnectionFailureException("the backend is closed");
        }
        if (failure.getCause() instanceof InterruptedException) {
            return new ConnectionFailureException("the caller was interrupted while it waited for a connection");
        }
        PoolStats stats = stats();
        if (stats.active() >= stats.maximum()) {
            return new ConnectionFailureException("all " + stats.maximum() + " connections of the pool were in use for "
                    + timeout.toMillis() + " ms, with " + stats.waiting() + " callers waiting");
        }
        return SqlErrors.noConnection(failure, "the server cannot be reached");
    }

    /** Gives a connection back, or throws it away if it may be in a broken state or the driver has given it up. */
    void release(Connection connection, boolean broken) {
        if (broken || isGivenUp(connection)) {
            pool.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException failure) {
            pool.evictConnection(connection);
        }
    }

    private static boolean isGivenUp(Connection connection) {
        try {
            return connection.unwrap(Connection.class).isClosed();
        } catch (SQLException failure) {
            return true;
        }
    }

    PoolStats stats() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        return bean == null
                ? new PoolStats(0, 0, 0, pool.getMaximumPoolSize())
                : new PoolStats(
                        bean.getActiveConnections(),
                        bean.getIdleConnections(),
                        bean.getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize());
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Leaves it to us when a connection is thrown away. HikariCP's own rule does so at 0A000 too, in the middle of a
     * transaction; it logs what the server said; and what follows then fails without a SQLSTATE.
     */
    private static final class NoOpinion implements SQLExceptionOverride {

        @java.lang.Override // Override alone is the answer
        public Override adjudicate(SQLException failure) {
            return Override.DO_NOT_EVICT;
        }
    }
}
