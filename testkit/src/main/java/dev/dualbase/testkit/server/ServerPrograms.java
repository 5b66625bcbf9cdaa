// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** initdb and pg_ctl, for the server in a directory. */
record ServerPrograms(Path binaries, ServerAccount account, RunDirectory directory) {
    private static final String START_SECONDS = "60";

    static ServerPrograms in(RunDirectory directory, Path binaries) throws IOException {
        ServerAccount account = ServerAccount.current();
        account.own(directory.path());
        return new ServerPrograms(binaries, account, directory);
    }

    void initialize() throws IOException, ServerRefusedException {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + directory.data(),
                "--encoding=UTF8",
                "--auth=trust",
                "--username=postgres",
                "--no-sync"));
        ServerSettings.LOCALE.forEach((name, value) -> command.add("--" + name + "=" + value));
        account.run(directory, command);
    }

    /** Starts the server, and waits until it lets clients in. */
    void start(int port, Map<String, String> settings) throws IOException, ServerRefusedException {
        String text = settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        String server = "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories= " + text;
        pgCtl("start", "-w", "-t", START_SECONDS, "-l", directory.serverLog().toString(), "-o", server);
    }

    /** Ends the server without writing down what it has in memory. */
    void stopImmediately() throws IOException, ServerRefusedException {
        pgCtl("stop", "-w", "-m", "immediate");
    }

    private void pgCtl(String... options) throws IOException, ServerRefusedException {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("pg_ctl").toString(), "-D", directory.data().toString()));
        command.addAll(List.of(options));
        account.run(directory, command);
    }
}
