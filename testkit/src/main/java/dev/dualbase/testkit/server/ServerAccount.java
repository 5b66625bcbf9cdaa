// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The user that the programs of PostgreSQL and PgBouncer run as: they refuse root, so root hands them to the user postgres. */
record ServerAccount(boolean root) {
    private static final String UNPRIVILEGED = "postgres";
    private static final int TIMEOUT_SECONDS = 120;

    static ServerAccount current() {
        return new ServerAccount("root".equals(System.getProperty("user.name")));
    }

    /** Lets the programs write in a folder or a file. */
    void own(Path path) throws IOException {
        if (root) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED));
        }
    }

    /** Runs a program to its end. The output goes to a file: a server that it leaves behind would keep a pipe open. */
    void run(RunDirectory directory, List<String> program) throws IOException, ServerRefusedException {
        Process process = new ProcessBuilder(command(program))
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
        if (!succeeds(process)) {
            throw new ServerRefusedException(program.get(0) + " failed: " + directory.lastWords());
        }
    }

    private List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(root ? List.of("runuser", "-u", UNPRIVILEGED, "--") : List.of());
        command.addAll(program);
        return command;
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
