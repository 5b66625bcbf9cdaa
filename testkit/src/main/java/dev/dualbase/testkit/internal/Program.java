// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Programs of the machine, and what they need to run. */
public final class Program {
    private static final int TIMEOUT_SECONDS = 120;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 12_000;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(new SecureRandom().nextInt(PORTS));
    private static final String SILENCE = "without a word";

    private Program() {}

    /** The folders of a PATH. */
    public static Stream<Path> folders(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of);
    }

    /** The folders of the PATH of this process. */
    public static Stream<Path> folders() {
        return folders(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /** The first of these folders that has a program has it. */
    public static Optional<Path> find(String program, Stream<Path> folders) {
        return folders.map(folder -> folder.resolve(program))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    /**
     * Runs a program to its end. The output goes to a file: a server that it leaves behind would keep a pipe open.
     *
     * @param name of the program, for the message
     * @throws ServerRefusedException if it fails, or does not end in two minutes
     */
    public static void run(String name, List<String> command, Path folder, Path log)
            throws IOException, ServerRefusedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!succeeds(process)) {
            throw new ServerRefusedException(name + " failed: " + lastWords(log, 1));
        }
    }

    /** The first line of a file that is not blank. */
    public static String firstWords(Path log) {
        return lines(log).stream().findFirst().orElse(SILENCE);
    }

    /** The last lines of a file, without blank ones. */
    public static String lastWords(Path log, int count) {
        List<String> lines = lines(log);
        return lines.isEmpty()
                ? SILENCE
                : String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /**
     * A port that nobody listens on now, and that this JVM was not given before. It lies below those that systems give to
     * clients: there somebody's connection may take it before the server does, or while the server is stopped.
     */
    public static int freePort() throws IOException {
        for (int i = 0; i < PORTS; i++) {
            int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("all ports from " + FIRST_PORT + " to " + (FIRST_PORT + PORTS - 1) + " are in use");
    }

    private static List<String> lines(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank()).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static boolean succeeds(Process process) {
        try {
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }
}
