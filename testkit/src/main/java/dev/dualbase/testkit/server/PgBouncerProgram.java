// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds PgBouncer: where a setting says, on the PATH, then where Debian puts it, which only root has on the PATH. */
final class PgBouncerProgram {
    private static final Path DEBIAN = Path.of("/usr/sbin");
    private static final String NAME = "pgbouncer";

    private PgBouncerProgram() {}

    static Path find() {
        return find(Setting.PGBOUNCER.value(), Objects.requireNonNullElse(System.getenv("PATH"), ""), DEBIAN);
    }

    static Path find(Optional<String> setting, String path, Path last) {
        if (setting.isPresent()) {
            return Optional.of(Path.of(setting.get()))
                    .filter(Files::isExecutable)
                    .orElseThrow(() -> new TestServerException(
                            "There is no program " + setting.get() + ": correct " + Setting.PGBOUNCER.property()));
        }
        return Stream.concat(Program.folders(path), Stream.of(last))
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new TestServerException("No PgBouncer for tests: install the package " + NAME
                        + ", or set " + Setting.PGBOUNCER.property() + " (or " + Setting.PGBOUNCER.variable()
                        + ") to the program"));
    }
}
