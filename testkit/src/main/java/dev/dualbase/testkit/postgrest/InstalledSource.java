// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.ServerRefusedException;
import dev.dualbase.testkit.internal.Setting;
import dev.dualbase.testkit.server.TestServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgREST as a setting names it, else from the PATH. */
final class InstalledSource implements PostgrestSource {
    private final Stream<Path> folders;

    InstalledSource(Stream<Path> folders) {
        this.folders = folders;
    }

    /**
     * The binary of the PATH, or of the setting.
     *
     * @throws TestServerException if the setting names something else: nobody wants another one then
     */
    @Override
    public PostgrestProgram find() throws ServerRefusedException {
        Optional<String> setting = Setting.POSTGREST.value();
        return PostgrestProgram.binary(setting.isPresent() ? named(setting.get()) : onPath());
    }

    private Path onPath() throws ServerRefusedException {
        return Program.find("postgrest", folders)
                .orElseThrow(() -> new ServerRefusedException("postgrest is not on the PATH"));
    }

    private static Path named(String text) {
        Path file = Path.of(text);
        if (!Files.isExecutable(file) || Files.isDirectory(file)) {
            throw new TestServerException("dualbase.test.postgrest (or DUALBASE_TEST_POSTGREST) names " + text
                    + ", which is no program: name the binary of PostgREST, or remove the setting");
        }
        return file;
    }
}
