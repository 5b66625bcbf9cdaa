// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.Here;
import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeftoversTest {
    @TempDir
    private Path base;

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void a_server_ends_after_its_jvm_was_killed(ServerKind kind) throws Exception {
        Here.server(kind);
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = startAndKill(Victim.class, kind);
        assertThat(answers(port)).isTrue();
        Path run = onlyFolder(base.resolve("dualbase-postgres-" + System.getProperty("user.name")));
        RunDirectory.create(run.getParent()).close();
        assertThat(run).doesNotExist();
        assertThat(answers(port)).isFalse();
    }

    @Test
    void a_folder_in_use_stays() throws IOException {
        try (RunDirectory one = RunDirectory.create(base);
                RunDirectory other = RunDirectory.create(base)) {
            assertThat(one.path()).exists().isNotEqualTo(other.path());
        }
    }

    @Test
    void another_jvm_leaves_the_folders_of_a_jvm_with_several() throws Exception {
        try (RunDirectory one = RunDirectory.create(base);
                RunDirectory other = RunDirectory.create(base)) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classPath = System.getProperty("java.class.path");
            String main = Neighbour.class.getName();
            int status = new ProcessBuilder(java, "-cp", classPath, main, base.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).isZero();
            assertThat(one.path()).exists();
            assertThat(other.path()).exists();
        }
    }

    @Test
    void a_folder_without_owner_goes() throws IOException {
        Path abandoned = Files.createDirectories(base.resolve("1-x/data"));
        RunDirectory.create(base).close();
        assertThat(abandoned.getParent()).doesNotExist();
    }

    @Test
    void many_may_clean_up_at_the_same_time() throws Exception {
        for (int i = 0; i < 200; i++) {
            Files.createDirectories(base.resolve("1-x/data/base/" + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Boolean> removal = () -> {
            Leftovers.remove(base.resolve("1-x"));
            return true;
        };
        for (Future<Boolean> removed : threads.invokeAll(Collections.nCopies(4, removal))) {
            assertThat(removed.get()).isTrue();
        }
        threads.shutdown();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void a_process_that_is_not_the_server_survives() throws IOException {
        Path data = Files.createDirectories(base.resolve("1-x/data"));
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        RunDirectory.create(base).close();
        assertThat(data).doesNotExist();
    }

    @Test
    void postgrest_ends_after_its_jvm_was_killed() throws Exception {
        Here.embedded();
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = startAndKill(PostgrestVictim.class, ServerKind.EMBEDDED);
        assertThat(answers(port)).isTrue();
        RunDirectory.create(base.resolve("dualbase-postgres-" + System.getProperty("user.name")))
                .close();
        assertThat(answers(port)).isFalse();
    }

    private int startAndKill(Class<?> victim, ServerKind kind) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + base,
                        "-Dot.epg.working-dir=" + Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        victim.getName(),
                        kind.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            return Integer.parseInt(output.readLine());
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Another JVM that looks for leftovers. */
    static final class Neighbour {
        private Neighbour() {}

        public static void main(String[] arguments) throws IOException {
            RunDirectory.create(Path.of(arguments[0])).close();
        }
    }

    /** Starts a server, tells its port, and waits for its end. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            PostgresServer server = PostgresServers.shared(ServerKind.valueOf(arguments[0]));
            System.out.println(server.jdbcUrl("x").replaceAll("\\D", ""));
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Starts PostgREST too, and tells its port. */
    static final class PostgrestVictim {
        private PostgrestVictim() {}

        public static void main(String[] arguments) throws InterruptedException {
            PostgresServer server = PostgresServers.shared(ServerKind.valueOf(arguments[0]));
            PostgrestServer postgrest = PostgrestServer.start(server.createDatabase(SchemaSource.none()));
            System.out.println(postgrest.url().replaceFirst(".*:", ""));
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
