// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a run took place, and with which versions. */
public final class Machine {

    private static final List<String> LIBRARIES = List.of(
            "postgresql",
            "HikariCP",
            "jooq",
            "jdbi3-core",
            "spring-data-jdbc",
            "hibernate-core",
            "mybatis",
            "jackson-databind",
            "jmh-core",
            "dualbase-core");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    private Machine() {}

    /** The machine. */
    public static String text() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + property("os.name") + " "
                + property("os.arch") + ", JDK " + property("java.version");
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** The versions of what was measured, as a sentence without its full stop. */
    public static String versionsText() {
        return versions().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The versions of what was measured, as the names of the archives tell them. */
    static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        Arrays.stream(property("java.class.path").split(File.pathSeparator))
                .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .filter(jar -> LIBRARIES.contains(jar.group(1)))
                .forEach(jar -> versions.put(jar.group(1), jar.group(2)));
        return versions;
    }
}
