// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.start;

import dev.dualbase.benchmarks.data.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts {@link FirstRow} in fresh processes, contenders taking turns. */
public final class StartTimes {

    private final Database database;
    private final List<String> contenders;
    private final int rounds;

    /** That many processes of each of the contenders. */
    public StartTimes(Database database, List<String> contenders, int rounds) {
        this.database = database;
        this.contenders = contenders;
        this.rounds = rounds;
    }

    /** The microseconds of each process by contender. */
    public Map<String, List<Double>> measure() throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String contender : contenders) {
                times.computeIfAbsent(contender, any -> new ArrayList<>()).add(start(contender));
            }
        }
        return times;
    }

    private double start(String contender) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(contender))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The process of " + contender + " failed");
        }
        return Long.parseLong(output.strip()) / 1_000.0;
    }

    private List<String> command(String contender) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(database.jvmArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstRow.class.getName(), contender));
        return command;
    }
}
