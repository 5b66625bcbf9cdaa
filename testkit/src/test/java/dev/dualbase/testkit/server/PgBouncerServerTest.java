// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.internal.RunDirectory;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgBouncerServerTest {
    @TempDir
    private Path folder;

    @Test
    void transactions_of_two_clients_share_a_session_only_where_that_is_asked_for() throws SQLException {
        assertThat(sessions(PoolMode.TRANSACTION)).hasSize(1);
        assertThat(sessions(PoolMode.SESSION)).hasSize(2);
    }

    /** The sessions that two clients of a pool of two get for three transactions each. */
    private static List<Integer> sessions(PoolMode mode) throws SQLException {
        try (TestDatabase database = Here.embedded().createDatabase(SchemaSource.none());
                PgBouncerServer pooler = LocalPgBouncer.before(database, mode, 2);
                Connection one = connect(pooler);
                Connection other = connect(pooler)) {
            return Stream.of(one, other, one, other)
                    .map(PgBouncerServerTest::session)
                    .distinct()
                    .toList();
        }
    }

    @Test
    void nobody_answers_after_its_end() throws SQLException {
        try (TestDatabase database = Here.embedded().createDatabase(SchemaSource.none())) {
            PgBouncerServer pooler = LocalPgBouncer.before(database, PoolMode.TRANSACTION, 1);
            try (Connection open = connect(pooler)) {
                assertThat(session(open)).isPositive();
                pooler.close();
                pooler.close();
            }
            assertThatThrownBy(() -> connect(pooler)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void it_ends_after_its_jvm_was_killed() throws Exception {
        LocalPgBouncer.require();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        String url = startAndKill();
        try (Connection still = connect(url)) {
            assertThat(still.isValid(5)).isTrue();
        }
        RunDirectory.create(folder.resolve("dualbase-postgres-" + System.getProperty("user.name")))
                .close();
        assertThatThrownBy(() -> connect(url)).isInstanceOf(SQLException.class);
    }

    private String startAndKill() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-Dot.epg.working-dir=" + Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            return output.readLine();
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }

    /** Starts a server and a pooler, tells the address, and waits for its end. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            TestDatabase database = PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(SchemaSource.none());
            System.out.println(
                    PgBouncerServer.start(database, PoolMode.SESSION, 1).jdbcUrl());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void the_program_is_looked_for_where_a_setting_says_then_on_the_path_then_where_debian_has_it() throws IOException {
        Path named = program("named");
        Path onPath = program("bin");
        Path last = program("sbin");
        String path = File.pathSeparator + onPath.getParent();
        assertThat(PgBouncerProgram.find(Optional.of(named.toString()), path, last.getParent()))
                .isEqualTo(named);
        assertThat(PgBouncerProgram.find(Optional.empty(), path, last.getParent()))
                .isEqualTo(onPath);
        assertThat(PgBouncerProgram.find(Optional.empty(), "", last.getParent()))
                .isEqualTo(last);
    }

    @Test
    void a_machine_without_it_is_told_what_to_do() {
        assertThatThrownBy(() -> PgBouncerProgram.find(Optional.empty(), "", folder))
                .isInstanceOf(TestServerException.class)
                .hasMessageContainingAll("install", "dualbase.test.pgbouncer", "DUALBASE_TEST_PGBOUNCER");
        String absent = folder.resolve("absent").toString();
        assertThatThrownBy(() -> PgBouncerProgram.find(Optional.of(absent), "", folder))
                .isInstanceOf(TestServerException.class)
                .hasMessageContainingAll(absent, "dualbase.test.pgbouncer");
    }

    private Path program(String name) throws IOException {
        Path program = Files.createDirectories(folder.resolve(name)).resolve("pgbouncer");
        assertThat(Files.createFile(program).toFile().setExecutable(true)).isTrue();
        return program;
    }

    private static Connection connect(PgBouncerServer pooler) throws SQLException {
        return connect(pooler.jdbcUrl());
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private static int session(Connection connection) {
        return DSL.using(connection).fetchSingle("select pg_backend_pid()").get(0, Integer.class);
    }
}
