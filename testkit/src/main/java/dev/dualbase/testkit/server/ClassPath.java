// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resources, in folders and in jars, as the class loader of the current thread sees them. */
final class ClassPath {
    private ClassPath() {}

    static String text(String resource) {
        try (@Nullable InputStream stream = loader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new TestServerException("No " + resource + " on the class path: check its name");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(resource, e);
        }
    }

    /** All files below a folder, from every place on the class path that has it. */
    static SortedMap<String, byte[]> files(String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (URL place : places(folder)) {
                files.putAll(files(place));
            }
        } catch (IOException | URISyntaxException e) {
            throw unreadable(folder, e);
        }
        return files;
    }

    private static List<URL> places(String folder) throws IOException {
        return Collections.list(loader().getResources(folder));
    }

    private static SortedMap<String, byte[]> files(URL place) throws IOException, URISyntaxException {
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return inJar(jar.getJarFileURL().toURI(), jar.getEntryName());
        }
        return MigrationLocation.inFolder(Path.of(place.toURI()));
    }

    private static SortedMap<String, byte[]> inJar(URI jar, String folder) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            return MigrationLocation.inFolder(files.getPath(folder));
        }
    }

    private static ClassLoader loader() {
        @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    private static TestServerException unreadable(String name, Exception cause) {
        return new TestServerException("Cannot read " + name + " on the class path", cause);
    }
}
