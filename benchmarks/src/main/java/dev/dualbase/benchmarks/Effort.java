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
 * @param forks processes for each figure of a round, 0 to measure within this one
 * @param rounds how often the floor and our own take turns
 * @param warmups iterations of each process that only warm up
 * @param iterations iterations of each process that count
 * @param time how long an iteration lasts
 * @param warmCalls how often one thread alone does in each process what 16 are measured with
 * @param warmRows how many rows are upserted in each process before bulk upserts are measured
 * @param rows how many rows are upserted in each process to measure bulk upserts
 * @param starts processes for the time to the first row
 */
record Effort(
        String name,
        int clients,
        int streamed,
        List<String> bulks,
        int forks,
        int rounds,
        int warmups,
        int iterations,
        TimeValue time,
        int warmCalls,
        int warmRows,
        int rows,
        int starts) {

    static final Effort FULL = new Effort(
            "full",
            50_000,
            1_000_000,
            List.of("100", "1000", "10000", "100000"),
            1,
            5,
            8,
            4,
            TimeValue.seconds(1),
            50_000,
            300_000,
            60_000,
            5);

    private static final Effort QUICK = new Effort(
            "quick", 20_000, 10_000, List.of("100", "1000"), 0, 1, 1, 1, TimeValue.milliseconds(150), 0, 0, 0, 1);

    private static final int MOST_SHOTS = 120;

    static Effort named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("An effort is full or quick");
        };
    }

    /** Less, for contenders whose figures nobody needs exactly. */
    Effort forOthers() {
        return new Effort(
                name,
                clients,
                streamed,
                bulks,
                forks,
                rounds,
                Math.min(3, warmups),
                iterations,
                time,
                warmCalls / 5,
                warmRows / 5,
                rows / 3,
                starts);
    }

    /** How many bulk upserts of that many rows are measured one by one. */
    int shotsOf(int size) {
        return Math.max(1, Math.min(MOST_SHOTS, rows / size));
    }
}
