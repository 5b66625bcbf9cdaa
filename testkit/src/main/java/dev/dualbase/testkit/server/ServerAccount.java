// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The user that the programs of PostgreSQL and PgBouncer run as: they refuse root, so root hands them to the user postgres. */
record ServerAccount(boolean root) {
    private static final String UNPRIVILEGED = "postgres";

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
        Program.run(program.get(0), command(program), directory.path(), directory.log());
    }

    private List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(root ? List.of("runuser", "-u", UNPRIVILEGED, "--") : List.of());
        command.addAll(program);
        return command;
    }
}
