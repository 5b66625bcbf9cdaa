// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A database of its own for a test. Closing drops it, with every session that is still open on it. */
public final class TestDatabase implements AutoCloseable {
    private final RunningServer server;
    private final String name;
    private volatile boolean kept;

    TestDatabase(RunningServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** {@code dualbase_test_}, the minute of its making in UTC, the process, and a number. */
    public String name() {
        return name;
    }

    /** Its JDBC address, without user and password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** A user that may do everything in it. */
    public String user() {
        return server.user();
    }

    /** Empty where the server asks for none. */
    public String password() {
        return server.password();
    }

    /** The server that holds it. */
    public PostgresServer server() {
        return server;
    }

    /** A plain source of connections: each call opens one, nothing is pooled. */
    public DataSource dataSource() {
        return endpoint().dataSource(jdbcUrl());
    }

    Endpoint endpoint() {
        return server.endpoint();
    }

    /**
     * How many sessions are open on it. A session that was closed a moment ago may still count.
     *
     * @throws TestServerException if the server does not answer
     */
    public int connections() {
        try (AdminConnection admin = server.endpoint().admin()) {
            return Math.toIntExact(admin.number("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = ? AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                    """, name));
        } catch (SQLException e) {
            throw failed("count the sessions of", e);
        }
    }

    /**
     * Leaves the database where it is when this is closed, for somebody to look at. A server that the kit started outlives
     * the JVM for that, until the next one starts a server; but not where {@code CI} is set. On an external server it stays
     * for a day at least.
     */
    public void keep() {
        kept = true;
        server.keep(name);
    }

    /**
     * Drops the database, unless it is kept.
     *
     * @throws TestServerException if the server does not answer
     */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        try (AdminConnection admin = server.endpoint().admin()) {
            Templates.drop(admin, name);
        } catch (SQLException e) {
            throw failed("drop", e);
        }
    }

    @Override
    public String toString() {
        return jdbcUrl();
    }

    private TestServerException failed(String deed, SQLException cause) {
        return new TestServerException(
                server.name() + " cannot " + deed + " " + name + ": " + cause.getMessage(), cause);
    }
}
