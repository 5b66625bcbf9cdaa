// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import dev.dualbase.repositories.data.DataLayer;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of the data layer as a part of the page.
 *
 * @param backends in their order
 */
record DataLayerTable(List<ContractResults> backends) {

    /** The kinds of cases that a method has, by their topics. */
    static final List<String> KINDS = List.of(
            "DataLayerFoundContract", "DataLayerAbsentContract", "DataLayerInputContract", "DataLayerOutageContract");

    private static final String INTRODUCTION = """

            ## The data layer

            What the methods of `DataLayer` answer on the same backends. Nothing is thrown here: a batch that a backend refuses
            is a failure that says what is missing.

            """;

    private static final String METHODS = """

            ### Methods

            How many cases each method has, every one of which passed on every backend: where there is a row for it, where there
            is none, with input that makes no sense, and with a server that does not answer. `healthCheck` reads no row and takes
            no input.

            """;

    String text() {
        return INTRODUCTION + summary() + METHODS + methods() + topics();
    }

    private String summary() {
        return CaseTable.row(Stream.of("backend", "cases", "the same", "refused"))
                + CaseTable.row(Stream.of("---", "---:", "---:", "---:"))
                + backends.stream()
                        .map(backend -> CaseTable.row(Stream.of(
                                backend.title(),
                                String.valueOf(backend.outcomes().size()),
                                String.valueOf(backend.count(ContractResults.SAME)),
                                String.valueOf(backend.count("refuses")))))
                        .collect(Collectors.joining());
    }

    private String methods() {
        return CaseTable.row(Stream.of("method", "found", "absent", "input", "outage"))
                + CaseTable.row(Stream.of("---", "---:", "---:", "---:", "---:"))
                + methodNames().stream()
                        .map(method -> CaseTable.row(Stream.concat(
                                Stream.of("`" + method + "`"),
                                KINDS.stream().map(kind -> String.valueOf(cases(kind, method))))))
                        .collect(Collectors.joining());
    }

    /** The public methods of the data layer, in the order of the alphabet, overloads once. */
    static List<String> methodNames() {
        return Stream.of(DataLayer.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many cases of a kind a method has that every backend answers the same. */
    long cases(String kind, String method) {
        return backends.get(0).outcomes().keySet().stream()
                .filter(key -> key.startsWith(kind + "\t") && method(key).equals(method))
                .filter(key -> backends.stream()
                        .allMatch(backend ->
                                ContractResults.SAME.equals(backend.outcomes().get(key))))
                .count();
    }

    /** The first word of a case. */
    private static String method(String key) {
        return key.substring(key.indexOf('\t') + 1).split(" ")[0];
    }

    /** The cases that are sentences. */
    private String topics() {
        CaseTable table = new CaseTable(backends);
        Map<String, List<String>> sentences = backends.get(0).outcomes().keySet().stream()
                .filter(key -> !methodNames().contains(method(key)))
                .sorted()
                .collect(Collectors.groupingBy(
                        key -> key.substring(0, key.indexOf('\t')), TreeMap::new, Collectors.toList()));
        return sentences.entrySet().stream()
                .map(topic -> table.topic("\n### " + CaseTable.words(topic.getKey()), topic.getValue()))
                .collect(Collectors.joining());
    }
}
