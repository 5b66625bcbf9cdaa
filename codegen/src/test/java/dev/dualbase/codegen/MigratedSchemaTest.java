// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratedSchemaTest {
    @TempDir
    private Path folder;

    /** A server that is not the schema's own: it outlives each run. */
    @BeforeAll
    static void run_on_a_server_that_stays() {
        String url = PostgresServers.shared(ServerKind.EMBEDDED).jdbcUrl("postgres");
        System.setProperty("dualbase.test.source", "external");
        System.setProperty("dualbase.test.url", url);
    }

    @AfterAll
    static void forget_that_server() {
        System.clearProperty("dualbase.test.source");
        System.clearProperty("dualbase.test.url");
    }

    @BeforeEach
    void write_a_migration() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        migration("V1__notes.sql", "CREATE TABLE notes (id integer PRIMARY KEY)");
    }

    @Test
    void nothing_runs_twice_for_the_same_migrations() throws Exception {
        assertThat(schema().generate()).isTrue();
        assertThat(schema().generate()).isFalse();
    }

    @Test
    void a_changed_migration_runs_and_obsolete_types_go() throws Exception {
        schema().generate();
        migration("V2__letters.sql", "ALTER TABLE notes RENAME TO letters");
        assertThat(schema().generate()).isTrue();
        assertThat(folder.resolve("out/a/b/LettersTable.java")).exists();
        assertThat(folder.resolve("out/a/b/NotesTable.java")).doesNotExist();
    }

    @Test
    void changed_settings_run() throws Exception {
        schema().generate();
        assertThat(schema("letters").generate()).isTrue();
    }

    @Test
    void a_schema_without_anything_is_told() {
        assertThatThrownBy(() -> schema("notes").generate())
                .hasMessageContaining("check schema, includes and excludes");
    }

    @Test
    void a_missing_output_runs() throws Exception {
        schema().generate();
        Path types = folder.resolve("out/a/b");
        for (String name : types.toFile().list()) {
            Files.delete(types.resolve(name));
        }
        Files.delete(types);
        assertThat(schema().generate()).isTrue();
    }

    @Test
    void a_migration_that_fails_is_told() throws IOException {
        migration("V2__broken.sql", "CREATE TABLE");
        assertThatThrownBy(() -> schema().generate())
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("V2__broken.sql");
    }

    private MigratedSchema schema(String... excludes) {
        Selection selection = Selection.of("public", List.of(), List.of(excludes));
        Output output = new Output(folder.resolve("out"), "a.b");
        return new MigratedSchema(List.of(folder.resolve("migrations")), new Generation(selection, output));
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(folder.resolve("migrations").resolve(name), sql);
    }
}
