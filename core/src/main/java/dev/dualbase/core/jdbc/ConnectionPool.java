// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.PoolPeriod;
import dev.dualbase.core.backend.PoolStats;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.ServerRole;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/** HikariCP, with the time of a lease split into waiting and connecting. */
final class ConnectionPool implements Connections, AutoCloseable {

    private static final String ABOUT_SERVER = """
            select current_setting('server_version'), pg_catalog.pg_is_in_recovery(),
                   (select version from pg_catalog.pg_stat_ssl where pid = pg_catalog.pg_backend_pid() and ssl)
            """;

    private static final Duration HURRY = Duration.ofSeconds(3);

    /** How long a refusal is told to callers before the server is asked again. */
    private static final Duration REFUSED = Duration.ofSeconds(1);

    /** How soon a caller that waits for the first connection learns that it was refused. */
    private static final Duration STEP = Duration.ofMillis(250);

    private final String id;
    private final HikariPool pool;
    private final int maximum;
    private final LastConnect connects;
    private final DataSource beside;
    private final Duration timeout;
    private final Duration closeTimeout;
    private final Leases leases = new Leases();
    private final PoolHistory history;
    private final LeaseWatch leaseWatch;
    private final ScheduledExecutorService housekeeper;

    ConnectionPool(JdbcSettings settings) {
        this.id = settings.id();
        this.closeTimeout = settings.closeTimeout();
        this.history = new PoolHistory(settings.id(), InstantSource.system(), settings.poolListener());
        this.connects = new LastConnect(DriverSource.of(settings), settings.connectTimeout());
        this.leaseWatch = new LeaseWatch(settings.id(), shorter(settings.leakThreshold(), settings.maxLifetime()));
        this.housekeeper = housekeeper(settings.id());
        this.timeout = settings.connectTimeout();
        this.beside = DriverSource.hurried(settings, shorter(timeout, HURRY));
        HikariConfig config = PoolConfig.of(settings);
        config.setDataSource(connects);
        config.setScheduledExecutor(housekeeper);
        config.validate();
        leaseWatch.start(housekeeper);
        this.maximum = settings.maxConnections();
        this.pool = new HikariPool(config);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The one thread for what is due from time to time: HikariCP's own work, and ours. */
    private static ScheduledExecutorService housekeeper(String id) {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "dualbase-" + id + " housekeeper");
            thread.setDaemon(true);
            return thread;
        };
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    @Override
    public Connection lease() {
        if (!leases.enter()) {
            throw closed();
        }
        boolean wasFull = isFull();
        boolean leased = false;
        boolean inVain = false;
        long begin = System.nanoTime();
        try {
            Connection connection = connection(begin);
            leased = true;
            leaseWatch.begin(connection);
            leases.connect();
            CallTimings.goesTo(id);
            return connection;
        } catch (SQLException failure) {
            inVain = isFull() && !isInterrupted(failure);
            throw noConnection(failure, begin);
        } finally {
            long end = System.nanoTime();
            long connecting = connects.overlap(begin, end);
            long waiting = end - begin - connecting;
            CallTimings.add(waiting, connecting, 0);
            if (!leased) {
                leases.leave();
            }
            history.add(moment(), Duration.ofNanos(waiting), inVain, wasFull);
        }
    }

    /**
     * A connection. While none is open, a refusal by the server is thrown as soon as it is known, because there is nothing to
     * wait for. HikariCP would try again until the time is up.
     */
    private Connection connection(long begin) throws SQLException {
        long left = timeout.toMillis();
        while (left > 0 && pool.getTotalConnections() == 0) {
            throwRefusal(begin);
            try {
                return pool.getConnection(Math.min(STEP.toMillis(), left));
            } catch (SQLTransientConnectionException notYet) {
                left = timeout.toMillis() - since(begin).toMillis();
                if (left <= 0) {
                    throw notYet;
                }
            }
        }
        return pool.getConnection(left);
    }

    private void throwRefusal(long begin) throws SQLException {
        Optional<SQLException> refusal =
                connects.failureSince(begin - REFUSED.toNanos()).filter(SqlErrors::isRefusal);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** Asks the server how it is, on a connection beside the pool. */
    Health health() {
        long begin = System.nanoTime();
        try {
            ServerInfo server = askServer();
            return Health.answered(since(begin), server, Optional.of(stats()));
        } catch (StorageException failure) {
            return Health.failed(since(begin), failure, Optional.of(stats()));
        }
    }

    private static Duration since(long beginNanos) {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }

    /**
     * Asks the server about itself, on a connection beside the pool.
     *
     * @throws StorageException if there is no answer in a few seconds
     */
    private ServerInfo askServer() {
        return askBeside(
                ABOUT_SERVER,
                answer -> new ServerInfo(
                        answer.getString(1),
                        answer.getBoolean(2) ? ServerRole.REPLICA : ServerRole.PRIMARY,
                        Optional.ofNullable(answer.getString(3))));
    }

    /** As {@link #askServer()}, the only row of another query. */
    <T> T askBeside(String query, Answer<T> reading) {
        if (leases.closed()) {
            throw closed();
        }
        try (Connection connection = beside.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return reading.of(answer);
        } catch (SQLException failure) {
            throw SqlErrors.noConnection(failure, "the server cannot be reached");
        }
    }

    /** Reads a row. */
    interface Answer<T> {
        T of(ResultSet row) throws SQLException;
    }

    private StorageException noConnection(SQLException failure, long begin) {
        if (leases.closed()) {
            return closed();
        }
        if (isInterrupted(failure)) {
            return new ConnectionFailureException("the caller was interrupted while it waited for a connection");
        }
        PoolStats stats = stats();
        if (stats.active() >= stats.maximum()) {
            return new ConnectionFailureException("all " + stats.maximum() + " connections of the pool were in use for "
                    + timeout.toMillis() + " ms, with " + stats.waiting() + " callers waiting");
        }
        return SqlErrors.noConnection(connects.failureSince(begin).orElse(failure), "the server cannot be reached");
    }

    private static ConnectionFailureException closed() {
        return new ConnectionFailureException("the backend is closed");
    }

    private static boolean isInterrupted(SQLException failure) {
        return failure.getCause() instanceof InterruptedException;
    }

    private boolean isFull() {
        return leases.connected() >= maximum;
    }

    @Override
    public void release(Connection connection, boolean broken) {
        leaseWatch.end(connection);
        if (broken || isGivenUp(connection)) {
            pool.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException failure) {
            pool.evictConnection(connection);
        } finally {
            leases.disconnect();
        }
        openForWaiting();
    }

    /**
     * Has a connection opened where callers wait and there is room for one. HikariCP does so when a caller begins to wait, and
     * when fewer are idle than should be; none should. So who began to wait for a full pool would not hear that it is not full
     * any more, because connections were thrown away.
     */
    private void openForWaiting() {
        int waiting = pool.getThreadsAwaitingConnection();
        if (waiting > 0 && pool.getTotalConnections() < maximum) {
            pool.addBagItem(waiting);
        }
    }

    @Override
    public void evictAll() {
        pool.softEvictConnections();
    }

    private static boolean isGivenUp(Connection connection) {
        try {
            return connection.unwrap(Connection.class).isClosed();
        } catch (SQLException failure) {
            return true;
        }
    }

    /** As {@link #stats()}, without asking each connection for its state, as each call needs it. */
    private PoolStats moment() {
        int active = leases.connected();
        int idle = Math.max(0, pool.getTotalConnections() - active);
        return new PoolStats(active, idle, pool.getThreadsAwaitingConnection(), maximum);
    }

    PoolStats stats() {
        return new PoolStats(
                pool.getActiveConnections(), pool.getIdleConnections(), pool.getThreadsAwaitingConnection(), maximum);
    }

    List<PoolPeriod> history() {
        return history.periods();
    }

    @Override
    public void close() {
        leases.close(closeTimeout);
        try {
            pool.shutdown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            housekeeper.shutdownNow();
        }
    }
}
