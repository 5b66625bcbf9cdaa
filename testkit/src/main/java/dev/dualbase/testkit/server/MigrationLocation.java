// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A place that holds migrations, with its Flyway prefix. */
record MigrationLocation(String text) {
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE_SYSTEM = "filesystem:";

    static MigrationLocation parse(String text) {
        return new MigrationLocation(text.contains(":") ? text : CLASS_PATH + text);
    }

    /** All files by their path in the place. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = read();
        if (files.isEmpty()) {
            throw new TestServerException("No migrations in " + text + ": check the name of the folder");
        }
        return files;
    }

    private SortedMap<String, byte[]> read() {
        if (text.startsWith(FILE_SYSTEM)) {
            return inFolder(Path.of(text.substring(FILE_SYSTEM.length())));
        }
        if (text.startsWith(CLASS_PATH)) {
            return ClassPath.files(text.substring(CLASS_PATH.length()));
        }
        throw new TestServerException("A location begins with classpath: or filesystem:, but this is " + text);
    }

    static SortedMap<String, byte[]> inFolder(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new TestServerException("Cannot read the migrations in " + folder, e);
        }
        return files;
    }

    @Override
    public String toString() {
        return text;
    }
}
