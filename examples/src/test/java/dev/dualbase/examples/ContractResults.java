// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the cases of a contract found on one backend.
 *
 * @param title the name of the backend
 * @param outcomes by topic and case, apart by a tab: {@code same}, {@code failed} or how the backend differs
 */
record ContractResults(String title, Map<String, String> outcomes) {

    static final String SAME = "same";
    static final String FAILED = "failed";

    /** The results that the tests of modules wrote when they were run last. */
    static List<ContractResults> of(Path root, List<String> modules) throws IOException {
        List<ContractResults> results = new ArrayList<>();
        for (String module : modules) {
            Path folder = root.resolve(module).resolve("target/contract");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.sorted().toList()) {
                        results.add(read(file));
                    }
                }
            }
        }
        return results;
    }

    private static ContractResults read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int outcome = line.lastIndexOf('\t');
            outcomes.put(line.substring(0, outcome), line.substring(outcome + 1));
        }
        return new ContractResults(lines.get(0), outcomes);
    }

    /** How many cases ended in a way that begins with these words. */
    long count(String words) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.startsWith(words))
                .count();
    }

    /** How many cases differ for the lack of a capability. */
    long differing(String capability) {
        return outcomes.values().stream()
                .filter(outcome -> List.of(outcome.split("[ ,]+")).contains(capability))
                .count();
    }
}
