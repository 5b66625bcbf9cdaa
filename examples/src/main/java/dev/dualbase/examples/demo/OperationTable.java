// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.CallListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Collects how long each kind of call took, and prints the table at the end, with the backends side by side. */
final class OperationTable {

    private static final String NAME = "%-60s";
    private static final String CELLS = " %8s %9s %9s";

    private final Set<String> backends = new LinkedHashSet<>();
    private final Map<String, Map<String, List<Long>>> micros = new ConcurrentSkipListMap<>();

    /** Collects the calls of a backend. */
    CallListener column(String backend) {
        backends.add(backend);
        return event -> add(backend, event);
    }

    private void add(String backend, CallEvent event) {
        String name = event.failure().isPresent()
                ? event.origin() + " (failed)"
                : event.origin().toString();
        micros.computeIfAbsent(name, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(backend, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(event.total().toNanos() / 1_000);
    }

    void print() {
        System.out.println();
        System.out.printf(NAME, "operation, times in ms");
        backends.forEach(backend -> System.out.printf(CELLS, backend, "p50", "p99"));
        System.out.println();
        micros.forEach((name, times) -> {
            System.out.printf(NAME, name);
            backends.forEach(backend -> printCells(times.getOrDefault(backend, List.of())));
            System.out.println();
        });
    }

    private static void printCells(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        if (sorted.isEmpty()) {
            System.out.printf(CELLS, "-", "-", "-");
        } else {
            System.out.printf(CELLS, sorted.size(), millis(sorted, 0.50), millis(sorted, 0.99));
        }
    }

    /** The value that this share of all values does not exceed. */
    private static String millis(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return String.format("%.2f", sorted.get(Math.max(0, rank - 1)) / 1_000.0);
    }
}
