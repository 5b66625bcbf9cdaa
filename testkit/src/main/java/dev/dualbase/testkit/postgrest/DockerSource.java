// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgREST from its image. It shares the network of the machine, which Docker offers on Linux. */
final class DockerSource implements PostgrestSource {
    static final String IMAGE = "postgrest/postgrest:v12.0.2";

    @Override
    public PostgrestProgram find() throws ServerRefusedException {
        Path docker = Program.find("docker", Program.folders())
                .orElseThrow(() -> new ServerRefusedException("docker is not on the PATH"));
        try {
            Path folder = Files.createTempDirectory("dualbase-docker");
            Path log = folder.resolve("programs.log");
            try {
                Program.run("docker pull", List.of(docker.toString(), "pull", "--quiet", IMAGE), folder, log);
            } finally {
                Files.deleteIfExists(log);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ServerRefusedException("docker cannot be run", e);
        }
        return PostgrestProgram.image(docker, IMAGE);
    }
}
