// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.Map;

/** The workloads by the first letter of their names. */
final class Workloads {

    private static final Map<String, String> TITLES = Map.of(
            "a", "one client by phone",
            "b", "100 clients",
            "c", "upsert",
            "d", "transaction",
            "e", "bulk upsert, rows",
            "f", "stream",
            "g", "16 threads,",
            "h", "ten reads of one message",
            "i", "REST,",
            "j", "main to first row");

    private Workloads() {}

    static String title(String workload) {
        String title = TITLES.getOrDefault(workload.substring(0, 1), "");
        return "(" + workload.charAt(0) + ") " + title + workload.substring(1);
    }
}
