// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import dev.dualbase.benchmarks.registry.Contenders;
import dev.dualbase.benchmarks.workload.PeakHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is measured, one after the other. */
final class Stages {

    private static final String BULK = "BulkWorkload.upsert";
    private static final String REST_ROWS = "1000";

    private Stages() {}

    /** All that are wanted but the stream. */
    static List<Stage> of(Choice choice) {
        return all(choice.effort()).stream()
                .map(stage -> stage.of(choice))
                .filter(stage -> !stage.isEmpty())
                .toList();
    }

    private static List<Stage> all(Effort effort) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(
                Map.of(
                        "ReadWorkload.clientByPhone", "a",
                        "ReadWorkload.page", "b",
                        "WriteWorkload.upsert", "c",
                        "WriteWorkload.transaction", "d"),
                Contenders.JDBC,
                options -> {}));
        stages.add(new Stage(Map.of("ContextWorkload.load", "h"), Contenders.JDBC, options -> {}));
        stages.add(new Stage(
                Map.of("ThreadsWorkload.clientByPhone", "g a", "ThreadsWorkload.upsert", "g c"),
                Contenders.JDBC,
                options -> {}));
        effort.bulks().forEach(rows -> stages.add(bulk("e", Contenders.BULK, rows, effort)));
        stages.add(new Stage(
                Map.of("ReadWorkload.clientByPhone", "i one", "ReadWorkload.page", "i page"),
                Contenders.REST,
                options -> {}));
        stages.add(bulk("i bulk", Contenders.REST, REST_ROWS, effort));
        return stages;
    }

    private static Stage bulk(String name, List<String> contenders, String rows, Effort effort) {
        int shots = effort.shotsOf(Integer.parseInt(rows));
        return new Stage(
                Map.of(BULK, name + " " + rows),
                contenders,
                options -> options.param("rows", rows)
                        .forks(Math.min(1, effort.forks()))
                        .warmupIterations(shots)
                        .measurementIterations(shots));
    }

    /** The stream, in processes with a small heap. */
    static Stage stream(Choice choice) {
        return new Stage(
                        Map.of("StreamWorkload.all", "f"),
                        Contenders.JDBC,
                        options -> options.jvmArgs("-Xmx64m")
                                .forks(1)
                                .warmupIterations(1)
                                .measurementIterations(
                                        Math.min(3, choice.effort().iterations()))
                                .addProfiler(PeakHeap.class))
                .of(choice);
    }
}
