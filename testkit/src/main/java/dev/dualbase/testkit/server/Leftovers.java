// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders of servers whose JVM was killed, and the servers in them. */
final class Leftovers {
    static final String DATA = "data";
    private static final int STOP_SECONDS = 10;

    private Leftovers() {}

    /**
     * Removes every folder in the base whose owner file nobody locks. Those of this JVM are not even looked at: closing a
     * file gives up all locks that the process holds on it (POSIX, fcntl).
     */
    static void remove(Path base, String owner, String ownPrefix) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(base)) {
            folders = children.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith(ownPrefix))
                    .toList();
        }
        for (Path folder : folders) {
            if (isAbandoned(folder.resolve(owner))) {
                remove(folder);
            }
        }
    }

    /** Ends the server of a folder, and removes the folder. */
    static void remove(Path folder) throws IOException {
        postmaster(folder.resolve(DATA)).ifPresent(Leftovers::stop);
        delete(folder);
    }

    private static boolean isAbandoned(Path owner) throws IOException {
        if (!Files.exists(owner)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(owner, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        }
    }

    /** The process that the data directory names, if it is a PostgreSQL still: numbers are used again. */
    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    }

    /** Politely: nobody can be connected. Not politely when that takes too long. */
    private static void stop(ProcessHandle postmaster) {
        postmaster.destroy();
        try {
            postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            postmaster.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
