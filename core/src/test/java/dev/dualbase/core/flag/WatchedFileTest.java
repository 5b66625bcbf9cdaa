// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags in a file that changes, is replaced, is half there, or is gone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WatchedFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("flags"), "# flags\nA = true\nB=10\n");
    }

    private static Map<String, String> values(FlagSource source) {
        return source.values(List.of("A", "B"));
    }

    @Test
    void lines_are_flags() {
        assertThat(values(FlagSource.file(file))).containsExactlyInAnyOrderEntriesOf(Map.of("A", "true", "B", "10"));
    }

    @Test
    void a_missing_file_is_refused_by_name() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> FlagSource.file(missing))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("create the file");
    }

    @Test
    void a_malformed_file_is_refused_at_the_start() throws IOException {
        Files.writeString(file, "A=\\u00zz\n");
        assertThatThrownBy(() -> FlagSource.file(file)).hasMessageContaining("a line is malformed");
    }

    @Test
    void a_change_in_place_is_noticed() throws IOException {
        FlagSource source = FlagSource.file(file);
        Files.writeString(file, "A=false\n");
        assertThat(Await.until("A is false", () -> values(source).equals(Map.of("A", "false"))))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_file_that_is_replaced_is_noticed() throws IOException {
        FlagSource source = FlagSource.file(file);
        Path next = Files.writeString(directory.resolve("next"), "B=20\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Await.until("B is 20", () -> values(source).equals(Map.of("B", "20")));
    }

    @Test
    void a_file_that_is_half_written_is_not_taken() throws IOException {
        FlagSource source = FlagSource.file(file);
        Map<String, String> before = values(source);
        byte[] text = "A=false\nB=100\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThat(values(source)).isEqualTo(before);
            for (byte each : text) {
                out.write(each);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                assertThat(values(source)).isEqualTo(before);
            }
        }
        Await.until("the whole is taken", () -> values(source).equals(Map.of("A", "false", "B", "100")));
    }

    @Test
    void an_empty_file_is_taken_for_half_written() throws IOException {
        FlagSource source = FlagSource.file(file);
        Files.writeString(file, "");
        long begin = System.nanoTime();
        Await.until("it has settled", () -> {
            assertThat(values(source)).hasSize(2);
            return System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(3 * WatchedFile.SETTLED_MILLIS);
        });
    }

    @Test
    void without_the_file_the_last_good_flags_stay_and_it_is_logged_once() throws IOException {
        FlagSource source = FlagSource.file(file);
        try (Logged log = new Logged()) {
            Files.delete(file);
            for (int i = 0; i < 5; i++) {
                assertThat(values(source)).containsEntry("A", "true");
            }
            assertThat(log.lines()).hasSize(1).first().asString().contains("the last good ones stay", file.toString());
        }
        Files.writeString(file, "A=false\n");
        Await.until("it is back", () -> values(source).equals(Map.of("A", "false")));
    }

    @Test
    void a_malformed_change_leaves_the_last_good_flags() throws IOException {
        FlagSource source = FlagSource.file(file);
        try (Logged log = new Logged()) {
            Files.writeString(file, "A=\\u00zz\n");
            Await.until("it is found malformed", () -> {
                assertThat(values(source)).containsEntry("A", "true");
                return !log.lines().isEmpty();
            });
        }
    }
}
