// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL as the machine has it. */
final class NativeSource implements ServerSource {
    private static final String START_SECONDS = "60";

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
            ServerAccount account = ServerAccount.current();
            account.own(directory.path());
            account.run(directory, initdb(binaries, directory));
            int port = Program.freePort();
            account.run(directory, pgCtl(binaries, directory, startOptions(port, directory)));
            return Endpoint.local(port, () -> stop(account, binaries, directory));
        } catch (IOException | ServerRefusedException e) {
            directory.close();
            throw e;
        }
    }

    private static List<String> initdb(Path binaries, RunDirectory directory) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + directory.data(),
                "--encoding=UTF8",
                "--auth=trust",
                "--username=postgres",
                "--no-sync"));
        ServerSettings.LOCALE.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private static List<String> startOptions(int port, RunDirectory directory) {
        String settings = ServerSettings.TESTS.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        String server = "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories= " + settings;
        return List.of(
                "start", "-w", "-t", START_SECONDS, "-l", directory.serverLog().toString(), "-o", server);
    }

    private static List<String> pgCtl(Path binaries, RunDirectory directory, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("pg_ctl").toString(), "-D", directory.data().toString()));
        command.addAll(options);
        return command;
    }

    private static void stop(ServerAccount account, Path binaries, RunDirectory directory) {
        try (directory) {
            account.run(directory, pgCtl(binaries, directory, List.of("stop", "-w", "-m", "immediate")));
        } catch (IOException | ServerRefusedException e) {
            throw new TestServerException("The server in " + directory.path() + " does not stop: end it by hand", e);
        }
    }
}
