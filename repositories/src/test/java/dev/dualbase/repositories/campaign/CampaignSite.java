// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.server.OwnServer;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A server of its own with the salon schema, behind a line that breaks on command. */
final class CampaignSite implements AutoCloseable {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(3);
    static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(4);

    private static final String ID = "campaign";
    private static final String SESSIONS =
            "from pg_stat_activity where application_name = 'dualbase-" + ID + "' and pid <> pg_backend_pid()";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnServer server = OwnServer.start(ServerKind.EMBEDDED);
    private final FaultProxy line = FaultProxy.before("127.0.0.1", server.port());
    private final JdbcBackend backend = open(ID, line.jdbcUrl("postgres"));

    private JdbcBackend open(String id, String url) {
        return JdbcBackend.builder(id)
                .url(url)
                .credentials(server.user(), server.password())
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(STATEMENT_TIMEOUT)
                .driverProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT.toSeconds()))
                .build();
    }

    CampaignSite() {
        try (Connection connection = direct().getConnection()) {
            SchemaSource.migrations("classpath:db/migration").apply(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        try (JdbcBackend past = undisturbed()) {
            // past the ids that the rows of a salon begin with
            assertThat(past.leapSequences(SalonRepositories.TABLES, 1000)).isPositive();
        }
    }

    /** What is tested: it has the pool of three connections that a service has. */
    JdbcBackend backend() {
        return backend;
    }

    FaultProxy line() {
        return line;
    }

    /** Connections past the library and the line. */
    DataSource direct() {
        return server.dataSource();
    }

    Salons salons() {
        return new Salons(direct());
    }

    /** A backend past the line. */
    JdbcBackend undisturbed() {
        return JdbcBackend.builder("undisturbed")
                .url(server.jdbcUrl())
                .credentials(server.user(), server.password())
                .build();
    }

    /** How long a new pool of the same kind, past the line, takes for all its connections. */
    Duration control() {
        try (JdbcBackend fresh = open("control", server.jdbcUrl())) {
            return FullPool.of(fresh);
        }
    }

    /** Calls a function of the server with each session of the backend, so many times, with a pause before each. */
    void forEachSession(String function, int times, Duration pause) {
        server.execute("""
                do $$ begin
                    for i in 1..%d loop
                        perform pg_sleep(%s), pg_stat_clear_snapshot();
                        perform %s(pid) %s;
                    end loop;
                end $$
                """.formatted(times, pause.toMillis() / 1000.0, function, SESSIONS));
    }

    void killServer() {
        server.kill();
    }

    void restartServer() {
        server.restart();
    }

    /** Ends all connections, and waits until the server has done what it had been told on them: no write comes later. */
    void settle() {
        line.cut();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!"0".equals(server.value("select count(*) " + SESSIONS))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the server still has sessions: "
                        + server.value("select string_agg(state || ' ' || query, '; ') " + SESSIONS));
            }
            Trouble.pause(Duration.ofMillis(5));
        }
        line.pass();
    }

    @Override
    public void close() {
        backend.close();
        line.close();
        server.close();
    }
}
