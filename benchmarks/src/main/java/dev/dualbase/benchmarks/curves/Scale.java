// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far the curves go.
 *
 * @param name full or quick
 * @param bulk the sizes of bulk upserts
 * @param bulkRows how many rows at least go into each of them, and as many before to warm up
 * @param tables the sizes of the table for lookups
 * @param streams the sizes of streams
 * @param threads numbers of threads
 * @param time how long each point of a rate is measured
 * @param clients how many clients PgBouncer has
 * @param pooled how long it has them
 */
record Scale(
        String name,
        List<Integer> bulk,
        int bulkRows,
        List<Integer> tables,
        List<Integer> streams,
        List<Integer> threads,
        Duration time,
        int clients,
        Duration pooled) {

    private static final Scale FULL = new Scale(
            "full",
            powers(10, 1_000_000),
            50_000,
            powers(1_000, 10_000_000),
            powers(1_000, 1_000_000),
            List.of(1, 2, 4, 8, 16, 32, 64),
            Duration.ofSeconds(3),
            500,
            Duration.ofMinutes(1));

    private static final Scale QUICK = new Scale(
            "quick",
            powers(10, 1_000),
            1_000,
            powers(1_000, 10_000),
            powers(1_000, 10_000),
            List.of(1, 4),
            Duration.ofMillis(300),
            50,
            Duration.ofSeconds(3));

    static Scale named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("./bench curves [full|quick] [--publish]");
        };
    }

    private static List<Integer> powers(int from, int to) {
        return Stream.iterate(from, each -> each <= to, each -> each * 10).toList();
    }
}
