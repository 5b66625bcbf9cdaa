// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for one server and its data. The JVM holds a lock on its file {@code owner} for as long as it lives, however
 * it dies, so another one can tell what was left behind and remove it.
 */
public final class RunDirectory implements AutoCloseable {
    private static final String OWNER = "owner";
    private static final String OWN_PREFIX = ProcessHandle.current().pid() + "-";

    private final Path path;
    private final FileChannel owner;

    private RunDirectory(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    /** Makes one in the temporary folder of the user, and removes what dead JVMs left there. */
    public static RunDirectory create() throws IOException {
        return create(Path.of(
                System.getProperty("java.io.tmpdir", "."),
                "dualbase-postgres-" + System.getProperty("user.name", "unknown")));
    }

    /** Removes what dead JVMs left in the base folder first. One JVM and one thread at a time. */
    public static synchronized RunDirectory create(Path base) throws IOException {
        Files.createDirectories(base);
        try (FileChannel gate = open(base.resolve("lock"))) {
            gate.lock();
            Leftovers.remove(base, OWNER, OWN_PREFIX);
            Path path = Files.createDirectory(base.resolve(name()));
            return new RunDirectory(path, locked(path.resolve(OWNER)));
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** What belongs to the server alone; a command line that names it is known as the server's. */
    public Path data() {
        return path.resolve(Leftovers.DATA);
    }

    /** What the programs of PostgreSQL said. */
    public Path log() {
        return path.resolve("programs.log");
    }

    /** What the server says. */
    public Path serverLog() {
        return path.resolve("server.log");
    }

    /** The last line of that. */
    public String lastWords() {
        return Program.lastWords(log(), 1);
    }

    /**
     * Remembers the process of the server, for {@link #stop} and for those who remove the folder of a dead JVM. PostgreSQL
     * does that by itself. The command line of the process must name {@link #data}.
     */
    public void remember(ProcessHandle process) throws IOException {
        Files.writeString(processFile(), process.pid() + "\n");
    }

    /** Where the number of that process stands, for servers that write it themselves. */
    public Path processFile() {
        return data().resolve(Leftovers.PROCESS);
    }

    /** Ends the process of the server, if it runs. */
    public void stop() throws IOException {
        Leftovers.stop(data());
    }

    /**
     * Kills the server with all its processes (SIGKILL), if it runs, and waits until they are gone. Their numbers may be seen
     * for a while still, and would keep PostgreSQL from starting: so the file that names them goes too.
     */
    public void kill() throws IOException {
        Leftovers.kill(data());
        Files.deleteIfExists(processFile());
    }

    /** Ends a server that still runs on the data, and removes everything. */
    @Override
    public void close() {
        try (owner) {
            Leftovers.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Remove " + path + " by hand", e);
        }
    }

    private static String name() {
        return OWN_PREFIX + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = open(file);
        FileLock lock = channel.lock();
        assert lock.isValid();
        return channel;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
