// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables of cases in the guide.
 *
 * @param backends whose results they show, in their order
 */
record CaseTable(List<ContractResults> backends) {

    /** A topic's cases, a line for each and a column for each backend. */
    String topic(String heading, Collection<String> cases) {
        return heading + "\n\n"
                + row(Stream.concat(Stream.of("case"), backends.stream().map(ContractResults::title)))
                + row(Stream.concat(Stream.of("---"), backends.stream().map(backend -> "---")))
                + cases.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(String key) {
        String sentence = key.substring(key.indexOf('\t') + 1).replace('_', ' ');
        return row(Stream.concat(Stream.of(sentence), backends.stream().map(backend -> mark(backend, key))));
    }

    private static String mark(ContractResults backend, String key) {
        String outcome = backend.outcomes().getOrDefault(key, "not run");
        if (outcome.equals(ContractResults.SAME)) {
            return "✓";
        }
        return Stream.of(outcome.split(", ")).map(CaseTable::link).collect(Collectors.joining(", "));
    }

    /** {@code refuses TRANSACTIONS} becomes a link to what is said about it. */
    private static String link(String difference) {
        String capability = difference.substring(difference.indexOf(' ') + 1);
        String text = difference.startsWith("refuses ") ? capability : difference;
        return "[" + text + "](#" + capability.toLowerCase(Locale.ROOT) + ")";
    }

    /** The name of a topic in words, such as {@code Bad row}. */
    static String words(String topic) {
        String words = topic.replaceFirst("Contract$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
