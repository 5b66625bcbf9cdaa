// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @TempDir
    private Path root;

    @Test
    void the_path_comes_first() throws Exception {
        Path path = programs("bin");
        programs("versions/17/bin");
        assertThat(PostgresBinaries.find(File.pathSeparator + path, root.resolve("versions")))
                .isEqualTo(path);
    }

    @Test
    void the_newest_version_comes_first() throws Exception {
        programs("versions/9.6/bin");
        Path newest = programs("versions/17/bin");
        Files.createDirectories(root.resolve("versions/18/bin"));
        assertThat(PostgresBinaries.find("", root.resolve("versions"))).isEqualTo(newest);
    }

    @Test
    void a_machine_without_programs_is_refused() {
        assertThatThrownBy(() -> PostgresBinaries.find("", root.resolve("versions")))
                .hasMessageContaining("neither on the PATH nor in");
    }

    private Path programs(String folder) throws IOException {
        Path programs = Files.createDirectories(root.resolve(folder));
        for (String name : new String[] {"initdb", "pg_ctl"}) {
            Files.createFile(programs.resolve(name)).toFile().setExecutable(true);
        }
        return programs;
    }
}
