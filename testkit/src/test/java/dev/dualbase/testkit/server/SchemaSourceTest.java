// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaSourceTest {
    @TempDir
    private Path folder;

    @Test
    void the_hash_follows_the_contents_of_migrations() throws IOException {
        SchemaSource schema = SchemaSource.migrations("filesystem:" + folder);
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1");
        String before = schema.hash();
        assertThat(schema.hash()).isEqualTo(before);
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 2");
        assertThat(schema.hash()).isNotEqualTo(before);
    }

    @Test
    void the_hash_follows_the_names_of_migrations() throws IOException {
        SchemaSource schema = SchemaSource.migrations("filesystem:" + folder);
        Path file = Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1");
        String before = schema.hash();
        Files.move(file, folder.resolve("V2__a.sql"));
        assertThat(schema.hash()).isNotEqualTo(before);
    }

    @Test
    void the_hash_follows_the_text_of_a_script() {
        assertThat(SchemaSource.script("a", "SELECT 1").hash())
                .isEqualTo(SchemaSource.script("b", "SELECT 1").hash())
                .isNotEqualTo(SchemaSource.script("a", "SELECT 2").hash());
    }

    @Test
    void a_script_may_come_from_the_class_path() throws SQLException {
        SchemaSource schema = SchemaSource.sql("small-schema/V1__notes.sql");
        try (TestDatabase database = Here.embedded().createDatabase(schema)) {
            assertThat(Sql.text(database, "SELECT body FROM notes")).isEqualTo("from the template");
        }
    }

    @Test
    void migrations_may_lie_in_a_jar() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, null)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(ClassPath.files("packed")).containsOnlyKeys("V1__a.sql");
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    @Test
    void a_folder_without_migrations_is_named() {
        SchemaSource schema = SchemaSource.migrations("filesystem:" + folder);
        assertThatThrownBy(schema::hash)
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("No migrations in filesystem:" + folder);
    }

    @Test
    void a_missing_script_is_named() {
        assertThatThrownBy(() -> SchemaSource.sql("absent.sql"))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("absent.sql");
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("packed.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("packed/"));
            entries.putNextEntry(new JarEntry("packed/V1__a.sql"));
            entries.write("SELECT 1".getBytes());
        }
        return jar;
    }
}
