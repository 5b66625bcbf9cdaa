// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.postgrest.Environment.Ports;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A PostgREST process over a database for tests, with the roles of Supabase: {@code anon} for requests without a key,
 * {@code authenticated}, and {@code service_role}, which may do everything in the schemas that are shown, whatever their
 * row level security says. The first two may do nothing until a test grants it. It connects as {@code authenticator}; on
 * an external server as the user of that server, and the roles stay there.
 *
 * <p>The program is the one that {@code dualbase.test.postgrest} (or {@code DUALBASE_TEST_POSTGREST}) names, else
 * {@code postgrest} on the PATH, a package of npm (Linux x64), or an image of Docker. The log says which, and what was
 * wrong with the ones before it.
 *
 * <p>The process ends with the JVM. One whose JVM was killed ends when the next one starts a server for tests. Safe for use
 * by several threads.
 */
public final class PostgrestServer implements AutoCloseable {
    private static final Set<PostgrestServer> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PostgrestServer::closeAll, "dualbase-test-postgrest"));
    }

    private final TestDatabase database;
    private final PostgrestOptions options;
    private final SigningKey signingKey;
    private final Ports ports;
    private final PostgrestProcess process;
    private volatile String version = "";
    private boolean running;
    private boolean closed;

    private PostgrestServer(
            TestDatabase database,
            PostgrestOptions options,
            SigningKey signingKey,
            Ports ports,
            PostgrestProcess process) {
        this.database = database;
        this.options = options;
        this.signingKey = signingKey;
        this.ports = ports;
        this.process = process;
    }

    /** Starts one with {@link PostgrestOptions#defaults()}. */
    public static PostgrestServer start(TestDatabase database) {
        return start(database, PostgrestOptions.defaults());
    }

    /**
     * Starts one, and waits until it answers. The database stays open when it is closed.
     *
     * @throws TestServerException if this machine has no PostgREST, with what can be done about it; if it does not start,
     *     with its last words; if the user of the database's server is no superuser; or if a schema does not exist
     */
    public static PostgrestServer start(TestDatabase database, PostgrestOptions options) {
        PostgrestProgram program = PostgrestPrograms.shared();
        SupabaseRoles.prepare(database, options);
        PostgrestServer server = create(database, options, program);
        OPEN.add(server);
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Makes sure that this machine has PostgREST.
     *
     * @throws TestServerException if it has none, with everything that can be done about it
     */
    public static void require() {
        PostgrestPrograms.shared();
    }

    private static PostgrestServer create(TestDatabase database, PostgrestOptions options, PostgrestProgram program) {
        try {
            SigningKey key = new SigningKey();
            Ports ports = new Ports(Program.freePort(), Program.freePort());
            PostgrestProcess process = new PostgrestProcess(
                    program, RunDirectory.create(), ports, Environment.of(database, options, key, ports));
            return new PostgrestServer(database, options, key, ports, process);
        } catch (IOException e) {
            throw new TestServerException("No folder or port for PostgREST: " + e.getMessage(), e);
        }
    }

    /** Its address, such as {@code http://127.0.0.1:41234}, also after a stop. */
    public String url() {
        return ports.url();
    }

    /** As it tells it, such as {@code 12.0.2}. */
    public String version() {
        return version;
    }

    /**
     * A key that does not expire: a JWT for a role. It goes into the header {@code Authorization: Bearer}. Other servers do
     * not accept it.
     *
     * @param role such as {@code service_role}
     */
    public String key(String role) {
        return signingKey.token(role);
    }

    /**
     * Makes it see tables, columns and functions that were made after it started, and waits until it does.
     *
     * @throws TestServerException if it does not in 30 seconds
     */
    public void reloadSchema() {
        new SchemaReload(database, options.schemas().get(0), url(), key("service_role")).run();
    }

    /**
     * Ends the process at once, as an outage would, so that nobody answers at the address; and what its sessions do.
     * Nothing happens if it does not run.
     */
    public synchronized void stop() {
        running = false;
        process.stop();
        new Sessions(database, ports.application()).end();
    }

    /**
     * Starts the process again, at the same address and with the same keys. Nothing happens if it was not stopped.
     *
     * @throws TestServerException if it does not start, with its last words
     */
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("This PostgREST is closed");
        }
        if (running) {
            return;
        }
        try {
            version = process.start();
            running = true;
        } catch (TestServerException e) {
            stop();
            throw e;
        }
    }

    /** Ends the process for good. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            OPEN.remove(this);
            stop();
            process.close();
        }
    }

    @Override
    public String toString() {
        return "PostgREST " + version + " at " + url();
    }

    private static void closeAll() {
        Set.copyOf(OPEN).forEach(PostgrestServer::close);
    }
}
