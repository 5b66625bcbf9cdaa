// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All figures of a run. */
public final class Measurements {

    private final List<Measurement> all = new ArrayList<>();
    private final List<JsonNode> sources = new ArrayList<>();

    /** Takes over what JMH wrote; the workloads have names by class and method. */
    public void addJmh(JsonNode results, Map<String, String> workloads) {
        for (JsonNode result : results) {
            sources.add(result);
            all.add(ofJmh(result, workloads));
        }
    }

    private static Measurement ofJmh(JsonNode result, Map<String, String> workloads) {
        String[] benchmark = result.path("benchmark").asText().split("\\.");
        String method = benchmark[benchmark.length - 2] + "." + benchmark[benchmark.length - 1];
        JsonNode metric = result.path("primaryMetric");
        return new Measurement(
                workloads.getOrDefault(method, method),
                result.path("params").path("contender").asText(),
                metric.path("score").asDouble(),
                metric.path("scoreError").asDouble(Double.NaN),
                metric.path("scoreUnit").asText(),
                secondary(result, "gc.alloc.rate.norm"),
                secondary(result, "heap.peak"));
    }

    private static Optional<Double> secondary(JsonNode result, String name) {
        JsonNode metric = result.path("secondaryMetrics").path(name);
        return metric.isMissingNode()
                ? Optional.empty()
                : Optional.of(metric.path("score").asDouble());
    }

    /** Takes a figure. */
    public void add(Measurement measurement) {
        all.add(measurement);
    }

    /** What JMH wrote. */
    List<JsonNode> sources() {
        return sources;
    }

    /** The names of the workloads. */
    List<String> workloads() {
        return all.stream().map(Measurement::workload).distinct().sorted().toList();
    }

    /** The figures of a workload. */
    List<Measurement> of(String workload) {
        return all.stream().filter(each -> each.workload().equals(workload)).toList();
    }
}
