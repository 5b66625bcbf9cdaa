// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.CallListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Collects how long each kind of call took, and prints the table at the end. */
final class OperationTable implements CallListener {

    private static final String ROW = "%-52s %8s %10s %10s%n";

    private final Map<String, List<Long>> micros = new ConcurrentSkipListMap<>();

    @Override
    public void finished(CallEvent event) {
        String name = event.failure().isPresent()
                ? event.origin() + " (failed)"
                : event.origin().toString();
        micros.computeIfAbsent(name, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(event.total().toNanos() / 1_000);
    }

    void print() {
        System.out.println();
        System.out.printf(ROW, "operation", "count", "p50 ms", "p99 ms");
        micros.forEach((name, times) -> {
            List<Long> sorted = times.stream().sorted().toList();
            System.out.printf(ROW, name, sorted.size(), millis(sorted, 0.50), millis(sorted, 0.99));
        });
    }

    /** The value that this share of all values does not exceed. */
    private static String millis(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return String.format("%.2f", sorted.get(Math.max(0, rank - 1)) / 1_000.0);
    }
}
