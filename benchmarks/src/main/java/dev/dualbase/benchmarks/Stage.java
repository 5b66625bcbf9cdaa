// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.report.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One run of JMH.
 *
 * @param workloads the names of the workloads by class and method, such as {@code ReadWorkload.page}
 * @param contenders who takes part
 * @param further what else this run needs
 */
record Stage(Map<String, String> workloads, List<String> contenders, Consumer<ChainedOptionsBuilder> further) {

    /** What of it is wanted. */
    Stage of(Choice choice) {
        Map<String, String> wanted = new TreeMap<>(workloads);
        wanted.values().removeIf(name -> !choice.has(name));
        return new Stage(wanted, choice.among(contenders), further);
    }

    boolean isEmpty() {
        return workloads.isEmpty() || contenders.isEmpty();
    }

    void run(Effort effort, Database database, Measurements measurements) throws IOException, RunnerException {
        Path results = Files.createTempFile("dualbase-bench-", ".json");
        try {
            new Runner(options(effort, database, results).build()).run();
            measurements.addJmh(new ObjectMapper().readTree(results.toFile()), workloads);
        } finally {
            Files.delete(results);
        }
    }

    private ChainedOptionsBuilder options(Effort effort, Database database, Path results) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .param("contender", contenders.toArray(String[]::new))
                .forks(effort.forks())
                .warmupIterations(effort.iterations())
                .warmupTime(effort.time())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.time())
                .jvmArgsAppend(database.jvmArguments().toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString());
        workloads.keySet().forEach(name -> options.include("\\." + name.replace(".", "\\.") + "$"));
        further.accept(options);
        return options;
    }
}
