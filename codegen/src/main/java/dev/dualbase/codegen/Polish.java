// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Repairs what jOOQ writes. A comment of the database may hold what Javadoc takes for a tag, or javac for a Unicode
 * escape; and which warnings are suppressed must not depend on the JDK that generates.
 */
final class Polish {
    private static final String SUPPRESSION = "@SuppressWarnings({ \"all\", \"unchecked\", \"rawtypes\"";

    private Polish() {}

    static void apply(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            Files.writeString(file, text(Files.readString(file)));
        }
    }

    static String text(String source) {
        return source.lines().map(Polish::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        String code = line.stripLeading();
        if (code.startsWith("* ")) {
            return line.replace("@", "&#64;").replace("\\", "&#92;");
        }
        return code.startsWith(SUPPRESSION) ? SUPPRESSION + ", \"this-escape\" })" : line;
    }
}
