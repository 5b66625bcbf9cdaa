// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Poll;
import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * A PostgreSQL of a test's own, to be killed, restarted, followed by standbys and failed over, which nobody may do to the
 * servers that {@link PostgresServers} shares. What it acknowledges survives its crashes, as in production: unlike the
 * shared ones it writes to disk before it answers, and is slower for it.
 *
 * <p>It listens at a port of this machine that stays the same, has the database {@code postgres} and the superuser of that
 * name, and asks for no password. Root runs it as the user postgres, who must exist then. It ends with the JVM; if that is
 * killed, when the next one starts a server. Not for use by several threads at once.
 */
public final class OwnServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<OwnServer> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(OwnServer::close), "dualbase-test-own-servers"));
    }

    private final ServerPrograms programs;
    private final int port;

    private OwnServer(ServerPrograms programs, int port) {
        this.programs = programs;
        this.port = port;
    }

    /**
     * Starts one from the binaries of a dependency ({@link ServerKind#EMBEDDED}) or from those of the machine
     * ({@link ServerKind#NATIVE}).
     *
     * @throws TestServerException if this machine has none of this kind, or it does not start
     */
    public static OwnServer start(ServerKind kind) {
        try {
            return launch(ServerPrograms.in(RunDirectory.create(), OwnBinaries.of(kind)), ServerPrograms::initialize);
        } catch (IOException | ServerRefusedException e) {
            throw new TestServerException("There is no server of a test's own here: " + e.getMessage(), e);
        }
    }

    private static OwnServer launch(ServerPrograms programs, Preparation preparation) {
        try {
            preparation.prepare(programs);
            OwnServer server = new OwnServer(programs, Program.freePort());
            server.start();
            RUNNING.add(server);
            return server;
        } catch (IOException | SQLException | ServerRefusedException | TestServerException e) {
            programs.directory().close();
            throw new TestServerException("A server of a test's own does not start: " + e.getMessage(), e);
        }
    }

    private void start() throws IOException, ServerRefusedException {
        try {
            programs.start(port, ServerSettings.CRASHES);
        } catch (ServerRefusedException e) {
            throw new ServerRefusedException(
                    Program.lastWords(programs.directory().serverLog(), 3), e);
        }
    }

    /** The port that it listens at for all its life, also after {@link #restart()}. */
    public int port() {
        return port;
    }

    /** The address of its database. */
    public String jdbcUrl() {
        return endpoint().url().text();
    }

    /** The superuser. */
    public String user() {
        return endpoint().user();
    }

    /** Empty: it asks for none. */
    public String password() {
        return endpoint().password();
    }

    /** A plain source of connections: each call opens one, nothing is pooled. */
    public DataSource dataSource() {
        return endpoint().dataSource(jdbcUrl());
    }

    private Endpoint endpoint() {
        return Endpoint.local(port, this::close);
    }

    /** Runs statements, outside of transactions, as the superuser. */
    public void execute(String sql) {
        try (AdminConnection admin = endpoint().admin()) {
            admin.execute(sql);
        } catch (SQLException e) {
            throw new TestServerException(this + " did not do it: " + e.getMessage(), e);
        }
    }

    /** The first column of the first row that a query gives, as text. */
    public String value(String query) {
        try (AdminConnection admin = endpoint().admin()) {
            return admin.text(query);
        } catch (SQLException e) {
            throw new TestServerException(this + " did not answer: " + e.getMessage(), e);
        }
    }

    /**
     * Gives a setting of the server another value, at once and for later starts, such as {@code synchronous_standby_names}.
     * Those that need a restart wait for {@link #restart()}.
     */
    public void set(String setting, String value) {
        execute("ALTER SYSTEM SET " + setting + " = '" + value.replace("'", "''") + "'");
        execute("SELECT pg_reload_conf()");
    }

    /**
     * Kills the server and all its processes with SIGKILL, as the kernel does when memory is short, and waits until they are
     * gone. Nobody is told, nothing is written. Does nothing to a server that does not run.
     */
    public void kill() {
        try {
            programs.directory().kill();
        } catch (IOException e) {
            throw new TestServerException(this + " cannot be killed: " + e.getMessage(), e);
        }
    }

    /** Starts the server again on what it left behind, at the same port, and waits until it lets clients in. Kills it first if it runs. */
    public void restart() {
        kill();
        try {
            start();
        } catch (IOException | ServerRefusedException e) {
            throw new TestServerException(this + " does not start again: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a standby that follows this server by streaming replication, and waits until it lets readers in. It is
     * called {@code standby} in {@code synchronous_standby_names}, and until that is set no commit waits for it.
     */
    public OwnServer standby() {
        try {
            ServerPrograms own = ServerPrograms.in(RunDirectory.create(), programs.binaries());
            return launch(
                    own, copy -> BaseBackup.take(this, programs.directory().data(), copy));
        } catch (IOException e) {
            throw new TestServerException("There is no directory for a standby: " + e.getMessage(), e);
        }
    }

    /** Makes a standby a primary, and waits until it takes writes. */
    public void promote() {
        if (!"t".equals(value("SELECT pg_promote(true, " + PATIENCE.toSeconds() + ")"))) {
            throw new TestServerException(this + " did not become a primary in " + PATIENCE.toSeconds() + " seconds");
        }
    }

    /** Lets a standby receive but not apply what the primary does, until {@link #resumeReplay()}: it falls behind. */
    public void pauseReplay() {
        execute("SELECT pg_wal_replay_pause()");
        await("pause", "SELECT pg_get_wal_replay_pause_state() = 'paused'");
    }

    /** Lets a standby apply again what the primary does. */
    public void resumeReplay() {
        execute("SELECT pg_wal_replay_resume()");
    }

    /** Waits until this standby has applied all that a primary has done until now. */
    public void awaitReplayOf(OwnServer primary) {
        String position = primary.value("SELECT pg_current_wal_flush_lsn()");
        await("follow", "SELECT pg_last_wal_replay_lsn() >= '" + position + "'");
    }

    private void await(String what, String condition) {
        if (!Poll.until(PATIENCE, () -> "t".equals(value(condition)))) {
            throw new TestServerException(this + " does not " + what + " in " + PATIENCE.toSeconds() + " seconds");
        }
    }

    /** Kills the server, and removes its data. */
    @Override
    public void close() {
        if (RUNNING.remove(this)) {
            kill();
            programs.directory().close();
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL of a test's own at port " + port;
    }

    /** What is done to a directory before a server starts on it. */
    private interface Preparation {
        void prepare(ServerPrograms programs) throws IOException, SQLException, ServerRefusedException;
    }
}
