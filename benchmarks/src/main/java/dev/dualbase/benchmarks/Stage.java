// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.registry.Contenders;
import dev.dualbase.benchmarks.report.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One workload, measured by JMH.
 *
 * @param workload its name, which begins with its letter
 * @param method its class and method, such as {@code ReadWorkload.page}
 * @param contenders who takes part, first the floor and our own
 * @param isClose whether the others lie so close together that they take part in each round
 * @param further what else its runs need
 */
record Stage(
        String workload,
        String method,
        List<String> contenders,
        boolean isClose,
        BiConsumer<ChainedOptionsBuilder, Effort> further) {

    /** The same with those of its contenders only that are wanted. */
    Stage of(Choice choice) {
        return new Stage(workload, method, choice.among(contenders), isClose, further);
    }

    /**
     * Measures the floor and our own, each time in another order, and in the first round all others too. Where they lie close
     * together they take part as we do.
     */
    void run(int round, Effort effort, Database database, Measurements measurements)
            throws IOException, RunnerException {
        List<String> turns = new ArrayList<>(contenders);
        turns.removeIf(Stage::isOther);
        if (round % 2 == 1) {
            Collections.reverse(turns);
        }
        run(turns, round, effort, database, measurements);
        List<String> others = contenders.stream().filter(Stage::isOther).toList();
        if (isClose) {
            run(others, round, effort, database, measurements);
        } else if (round == 0) {
            run(others, round, effort.forOthers(), database, measurements);
        }
    }

    private static boolean isOther(String contender) {
        return !Contenders.FLOORS.contains(contender) && !Contenders.OURS.contains(contender);
    }

    private void run(List<String> turns, int round, Effort effort, Database database, Measurements measurements)
            throws IOException, RunnerException {
        if (turns.isEmpty()) {
            return;
        }
        Path results = Files.createTempFile("dualbase-bench-", ".json");
        try {
            new Runner(options(turns, effort, database)
                            .result(results.toString())
                            .build())
                    .run();
            measurements.addJmh(workload, round, new ObjectMapper().readTree(results.toFile()));
        } finally {
            Files.delete(results);
        }
    }

    private ChainedOptionsBuilder options(List<String> turns, Effort effort, Database database) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + method.replace(".", "\\.") + "$")
                .param("contender", turns.toArray(String[]::new))
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(effort.time())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.time())
                .jvmArgsAppend(database.jvmArguments().toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON);
        further.accept(options, effort);
        return options;
    }
}
