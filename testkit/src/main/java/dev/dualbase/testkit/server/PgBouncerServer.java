// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PgBouncer between tests and a database, on a port of this machine that only this machine reaches. It asks for no
 * password. It ends with the JVM; if that is killed, when the next one starts a server.
 *
 * <p>The program is the one that {@code dualbase.test.pgbouncer} (or {@code DUALBASE_TEST_PGBOUNCER}) names, else the one on
 * the PATH, else {@code /usr/sbin/pgbouncer}. Root runs it as the user postgres.
 */
public final class PgBouncerServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Set<PgBouncerServer> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(PgBouncerServer::close), "dualbase-test-pgbouncer"));
    }

    private final TestDatabase database;
    private final RunDirectory directory;
    private final int port;

    private PgBouncerServer(TestDatabase database, RunDirectory directory, int port) {
        this.database = database;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param database what it leads to
     * @param poolSize how many sessions of the server all clients of the database share
     * @throws TestServerException if this machine has no PgBouncer, with what can be done about it, or it does not start
     */
    public static PgBouncerServer start(TestDatabase database, PoolMode mode, int poolSize) {
        Path program = PgBouncerProgram.find();
        try {
            return start(program, RunDirectory.create(), new PgBouncerFiles(database, mode, poolSize));
        } catch (IOException e) {
            throw new TestServerException("PgBouncer has no directory to run in: " + e.getMessage(), e);
        }
    }

    private static PgBouncerServer start(Path program, RunDirectory directory, PgBouncerFiles files)
            throws IOException {
        try {
            ServerAccount account = ServerAccount.current();
            int port = Program.freePort();
            Path configuration = files.write(directory, account, port);
            account.run(directory, List.of(program.toString(), "-q", "-d", configuration.toString()));
            PgBouncerServer server = new PgBouncerServer(files.database(), directory, port);
            server.awaitAnswer();
            RUNNING.add(server);
            return server;
        } catch (IOException | ServerRefusedException | TestServerException e) {
            String words = Program.lastWords(PgBouncerFiles.log(directory), 1);
            directory.close();
            throw new TestServerException(program + " does not start: " + e.getMessage() + "; it said: " + words, e);
        }
    }

    private void awaitAnswer() throws ServerRefusedException {
        long begin = System.nanoTime();
        while (true) {
            try (Connection connection =
                    database.endpoint().dataSource(jdbcUrl()).getConnection()) {
                assert !connection.isClosed();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new ServerRefusedException("it lets nobody in", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** The address of the database through the pooler, for the user and the password of the database. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + PgBouncerFiles.LOCAL + ":" + port + "/" + database.name();
    }

    /** What this leads to. */
    public TestDatabase database() {
        return database;
    }

    /** Ends the pooler, with every connection that is still open. */
    @Override
    public void close() {
        if (RUNNING.remove(this)) {
            directory.close();
            awaitSilence();
        }
    }

    /** Whoever ends a process may see it for a second still; its port is closed at once. */
    private void awaitSilence() {
        long begin = System.nanoTime();
        while (isOpen() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(PgBouncerFiles.LOCAL, port)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PgBouncer, " + jdbcUrl();
    }
}
