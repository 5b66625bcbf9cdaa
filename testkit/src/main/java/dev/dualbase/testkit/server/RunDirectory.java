// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A folder for the data of one server. The JVM holds a lock on its file {@code owner} for as long as it lives, however
 * it dies, so another one can tell what was left behind and remove it.
 */
final class RunDirectory implements AutoCloseable {
    private static final String OWNER = "owner";
    private static final String OWN_PREFIX = ProcessHandle.current().pid() + "-";

    private final Path path;
    private final FileChannel owner;

    private RunDirectory(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    static RunDirectory create() throws IOException {
        return create(Path.of(
                System.getProperty("java.io.tmpdir", "."),
                "dualbase-postgres-" + System.getProperty("user.name", "unknown")));
    }

    /** Removes what dead JVMs left in the base folder first. One JVM and one thread at a time. */
    static synchronized RunDirectory create(Path base) throws IOException {
        Files.createDirectories(base);
        try (FileChannel gate = open(base.resolve("lock"))) {
            gate.lock();
            Leftovers.remove(base, OWNER, OWN_PREFIX);
            Path path = Files.createDirectory(base.resolve(name()));
            return new RunDirectory(path, locked(path.resolve(OWNER)));
        }
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve(Leftovers.DATA);
    }

    /** What the programs of PostgreSQL said. */
    Path log() {
        return path.resolve("programs.log");
    }

    /** What the server says. */
    Path serverLog() {
        return path.resolve("server.log");
    }

    /** The last line of {@link #log}. */
    String lastWords() {
        return lastWords(log());
    }

    static String lastWords(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((former, latter) -> latter)
                    .orElse("without a word");
        } catch (IOException | UncheckedIOException e) {
            return "without a word";
        }
    }

    /** Ends a server that still runs on the data, and removes everything. */
    @Override
    public void close() {
        try (owner) {
            Leftovers.remove(path);
        } catch (IOException e) {
            throw new TestServerException("Remove " + path + " by hand", e);
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
