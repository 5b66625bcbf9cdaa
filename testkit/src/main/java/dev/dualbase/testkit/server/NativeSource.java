// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.file.Path;

/** PostgreSQL as the machine has it. */
final class NativeSource implements ServerSource {

    @Override
    public Endpoint start() throws ServerRefusedException {
        Path binaries = PostgresBinaries.find();
        try {
            return start(binaries, RunDirectory.create());
        } catch (IOException e) {
            throw new ServerRefusedException("no directory for its data", e);
        }
    }

    private static Endpoint start(Path binaries, RunDirectory directory) throws ServerRefusedException, IOException {
        try {
            ServerPrograms programs = ServerPrograms.in(directory, binaries);
            programs.initialize();
            int port = Program.freePort();
            programs.start(port, ServerSettings.TESTS);
            return Endpoint.local(port, () -> stop(programs, directory));
        } catch (IOException | ServerRefusedException e) {
            directory.close();
            throw e;
        }
    }

    private static void stop(ServerPrograms programs, RunDirectory directory) {
        try (directory) {
            programs.stopImmediately();
        } catch (IOException | ServerRefusedException e) {
            throw new TestServerException("The server in " + directory.path() + " does not stop: end it by hand", e);
        }
    }
}
