// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import dev.dualbase.benchmarks.registry.Contenders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run is to measure.
 *
 * @param effort how much
 * @param letters of the workloads; none for all
 * @param contenders how names of contenders begin, or {@code floor}; none for all
 * @param publish whether the figures go into the documentation
 */
record Choice(Effort effort, List<String> letters, List<String> contenders, boolean publish) {

    private static final String USAGE =
            "./bench [full|quick] [a letter from a to j]... [--contenders name,name...] [--publish]";

    /** Reads {@code [full|quick] [letter]... [--contenders name,name...] [--publish]}. */
    static Choice of(List<String> arguments) {
        List<String> letters = new ArrayList<>();
        List<String> contenders = new ArrayList<>();
        Effort effort = Effort.FULL;
        boolean publish = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (i == 0 && List.of("full", "quick").contains(argument)) {
                effort = Effort.named(argument);
            } else if (argument.equals("--contenders") && i + 1 < arguments.size()) {
                contenders.addAll(Arrays.asList(arguments.get(++i).split(",")));
            } else if (argument.equals("--publish")) {
                publish = true;
            } else if (argument.matches("[a-j]")) {
                letters.add(argument);
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return new Choice(effort, letters, contenders, publish);
    }

    /** Whether a workload is wanted; its name begins with its letter. */
    boolean has(String workload) {
        return letters.isEmpty() || letters.contains(workload.substring(0, 1));
    }

    /** Those of them that are wanted. */
    List<String> among(List<String> names) {
        return names.stream().filter(this::wants).toList();
    }

    private boolean wants(String name) {
        return contenders.isEmpty()
                || contenders.stream().anyMatch(name::startsWith)
                || contenders.contains("floor") && Contenders.FLOORS.contains(name);
    }
}
