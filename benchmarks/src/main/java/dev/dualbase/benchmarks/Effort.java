// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much is measured.
 *
 * @param name full or quick
 * @param clients how many clients a salon has
 * @param streamed how many clients are streamed
 * @param bulks the sizes of bulk upserts
 * @param forks processes for each figure, 0 to measure within this one
 * @param iterations iterations of each process, and as many before them to warm up
 * @param time how long an iteration lasts
 * @param shots operations of what is measured one by one, with as many before them to warm up; fewer of large ones
 * @param starts processes for the time to the first row
 */
record Effort(
        String name,
        int clients,
        int streamed,
        List<String> bulks,
        int forks,
        int iterations,
        TimeValue time,
        int shots,
        int starts) {

    static final Effort FULL = new Effort(
            "full", 50_000, 1_000_000, List.of("100", "1000", "10000", "100000"), 3, 5, TimeValue.seconds(2), 30, 10);

    private static final Effort QUICK =
            new Effort("quick", 20_000, 10_000, List.of("100", "1000"), 0, 1, TimeValue.milliseconds(150), 1, 1);

    static Effort named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("An effort is full or quick");
        };
    }

    /** How many operations of that many rows are measured one by one. */
    int shotsOf(int rows) {
        return rows < 10_000 ? shots : Math.min(shots, 5);
    }
}
