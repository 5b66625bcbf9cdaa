// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a folder of sources, with every warning an error, and loads what came out. */
final class Compilation {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private Compilation() {}

    static ClassLoader of(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            var units = files.getJavaFileObjectsFromPaths(
                    tree.filter(Files::isRegularFile).toList());
            JAVAC.getTask(complaints, files, null, options(classes), null, units)
                    .call();
        }
        assertThat(complaints.toString()).isEmpty();
        return loader(classes);
    }

    private static List<String> options(Path classes) {
        return List.of(
                "-Xlint:all,-path,-classfile",
                "-Werror",
                "-Xdoclint:all,-missing",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"));
    }

    private static ClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compilation.class.getClassLoader());
    }
}
