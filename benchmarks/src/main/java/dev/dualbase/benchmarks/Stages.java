// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import dev.dualbase.benchmarks.registry.Contenders;
import dev.dualbase.benchmarks.workload.PeakHeap;
import java.util.ArrayList;
import java.util.List;

/** What is measured, one after the other. */
final class Stages {

    private static final int REST_ROWS = 1_000;

    private Stages() {}

    /** All that are wanted but the stream. */
    static List<Stage> of(Choice choice) {
        return all(choice.effort()).stream()
                .filter(stage -> choice.has(stage.workload()))
                .map(stage -> stage.of(choice))
                .toList();
    }

    private static List<Stage> all(Effort effort) {
        List<Stage> stages = new ArrayList<>();
        stages.add(close("a", "ReadWorkload.clientByPhone", Contenders.JDBC));
        stages.add(calls("b", "ReadWorkload.page", Contenders.JDBC));
        stages.add(close("c", "WriteWorkload.upsert", Contenders.JDBC));
        stages.add(close("d", "WriteWorkload.transaction", Contenders.JDBC));
        stages.add(calls("h", "ContextWorkload.load", Contenders.JDBC));
        stages.add(threads("g a", "ThreadsWorkload.clientByPhone"));
        stages.add(threads("g c", "ThreadsWorkload.upsert"));
        effort.bulks().forEach(rows -> stages.add(bulk("e", Contenders.BULK, Integer.parseInt(rows))));
        stages.add(calls("i one", "ReadWorkload.clientByPhone", Contenders.REST));
        stages.add(calls("i page", "ReadWorkload.page", Contenders.REST));
        stages.add(bulk("i bulk", Contenders.REST, REST_ROWS));
        return stages;
    }

    private static Stage calls(String workload, String method, List<String> contenders) {
        return new Stage(workload, method, contenders, false, (options, effort) -> {});
    }

    private static Stage close(String workload, String method, List<String> contenders) {
        return new Stage(workload, method, contenders, true, (options, effort) -> {});
    }

    private static Stage threads(String workload, String method) {
        return new Stage(
                workload,
                method,
                Contenders.JDBC,
                false,
                (options, effort) -> options.param("warmCalls", String.valueOf(effort.warmCalls())));
    }

    private static Stage bulk(String name, List<String> contenders, int rows) {
        return new Stage(
                name + " " + rows,
                "BulkWorkload.upsert",
                contenders,
                false,
                (options, effort) -> options.param("rows", String.valueOf(rows))
                        .param("warmRows", String.valueOf(effort.warmRows()))
                        .warmupIterations(0)
                        .measurementIterations(effort.shotsOf(rows)));
    }

    /** The stream, in processes with a small heap; it is so long that it warms up by itself. */
    static Stage stream(Choice choice) {
        Stage stage = new Stage(
                "f",
                "StreamWorkload.all",
                Contenders.JDBC,
                false,
                (options, effort) -> options.jvmArgs("-Xmx64m")
                        .forks(1)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .addProfiler(PeakHeap.class));
        return stage.of(choice);
    }
}
