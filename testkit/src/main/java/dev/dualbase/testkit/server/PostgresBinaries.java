// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the folder of initdb and pg_ctl: on the PATH, then where Debian keeps its versions, the newest first. */
final class PostgresBinaries {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresBinaries() {}

    static Path find() throws ServerRefusedException {
        return find(Objects.requireNonNullElse(System.getenv("PATH"), ""), DEBIAN);
    }

    static Path find(String path, Path versions) throws ServerRefusedException {
        return Stream.concat(onPath(path), inVersions(versions).stream())
                .filter(folder -> has(folder, "initdb") && has(folder, "pg_ctl"))
                .findFirst()
                .orElseThrow(() -> new ServerRefusedException(
                        "initdb and pg_ctl are neither on the PATH nor in " + versions + "/*/bin"));
    }

    static Stream<Path> onPath(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of);
    }

    private static List<Path> inVersions(Path versions) {
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.sorted(
                            Comparator.comparingInt(PostgresBinaries::version).reversed())
                    .map(folder -> folder.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int version(Path folder) {
        String digits = folder.getFileName().toString().replaceAll("\\D.*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static boolean has(Path folder, String program) {
        return Files.isExecutable(folder.resolve(program));
    }
}
