// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders of servers and poolers whose JVM was killed, and the processes in them. */
final class Leftovers {
    static final String DATA = "data";

    /** Where a data directory names its process, as PostgreSQL does it. */
    static final String PROCESS = "postmaster.pid";

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Deletion DELETION = new Deletion();
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
        List<Path> abandoned = new ArrayList<>();
        for (Path folder : folders) {
            if (isAbandoned(folder.resolve(owner))) {
                server(folder.resolve(DATA)).ifPresent(ProcessHandle::destroy);
                abandoned.add(folder);
            }
        }
        // All are asked to end before one is waited for: a PostgreSQL waits for its clients, and PostgREST is one.
        abandoned.forEach(Leftovers::removeIfPossible);
    }

    /** What cannot be removed now is no reason not to start. */
    private static void removeIfPossible(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            LOG.warn("{} of a dead JVM stays until the next start: {}", folder, e.toString());
        }
    }

    /** Ends the server of a folder, and removes the folder: the owner file last, or others would help. */
    static void remove(Path folder) throws IOException {
        stop(folder.resolve(DATA));
        Files.walkFileTree(folder.resolve(DATA), DELETION);
        Files.walkFileTree(folder, DELETION);
    }

    /** Ends the server that a data directory belongs to, if it runs. */
    static void stop(Path data) throws IOException {
        server(data).ifPresent(Leftovers::end);
    }

    /** Kills the server that a data directory belongs to with all its processes, if it runs. */
    static void kill(Path data) throws IOException {
        Optional<ProcessHandle> server = server(data);
        if (server.isPresent()) {
            Killing.of(server.get());
        }
    }

    private static boolean isAbandoned(Path owner) throws IOException {
        try (FileChannel channel = FileChannel.open(owner, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** The process that the data directory names, if it is its server still: numbers are used again. */
    private static Optional<ProcessHandle> server(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve(PROCESS))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Politely: nobody can be connected. Not politely when that takes too long. */
    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            server.destroyForcibly();
        }
    }

    /** Deletes a tree, and does not mind when somebody else does it at the same time. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return failure instanceof NoSuchFileException
                    ? FileVisitResult.CONTINUE
                    : super.visitFileFailed(file, failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return super.postVisitDirectory(folder, failure);
        }
    }
}
