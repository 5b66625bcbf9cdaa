// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dualbase.benchmarks.registry.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** All figures of a run. */
public final class Measurements {

    private final Map<String, List<Measurement>> byWorkload = new TreeMap<>();
    private final List<JsonNode> sources = new ArrayList<>();

    /** Takes over what JMH wrote of a workload in a round. */
    public void addJmh(String workload, int round, JsonNode results) {
        for (JsonNode result : results) {
            sources.add(result);
            JsonNode metric = result.path("primaryMetric");
            String contender = result.path("params").path("contender").asText();
            add(workload, contender, metric.path("scoreUnit").asText(), sample(round, result));
        }
    }

    private static Sample sample(int round, JsonNode result) {
        List<Double> values = StreamSupport.stream(
                        result.path("primaryMetric").path("rawData").spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .map(JsonNode::asDouble)
                .toList();
        return new Sample(round, values, secondary(result, "gc.alloc.rate.norm"), secondary(result, "heap.peak"));
    }

    private static Optional<Double> secondary(JsonNode result, String name) {
        JsonNode metric = result.path("secondaryMetrics").path(name);
        return metric.isMissingNode()
                ? Optional.empty()
                : Optional.of(metric.path("score").asDouble());
    }

    /** Takes times in microseconds, one of each round. */
    public void addTimes(String workload, String contender, List<Double> times) {
        IntStream.range(0, times.size())
                .forEach(round -> add(
                        workload,
                        contender,
                        Measurement.MICROSECONDS,
                        new Sample(round, List.of(times.get(round)), Optional.empty(), Optional.empty())));
    }

    void add(String workload, String contender, String unit, Sample sample) {
        List<Measurement> all = byWorkload.computeIfAbsent(workload, any -> new ArrayList<>());
        Measurement measurement = of(workload, contender).orElseGet(() -> {
            Measurement first = new Measurement(workload, contender, unit, new ArrayList<>());
            all.add(first);
            return first;
        });
        measurement.samples().add(sample);
    }

    /** What JMH wrote. */
    List<JsonNode> sources() {
        return sources;
    }

    /** The names of the workloads. */
    List<String> workloads() {
        return List.copyOf(byWorkload.keySet());
    }

    /** The figures of a workload. */
    List<Measurement> of(String workload) {
        return byWorkload.getOrDefault(workload, List.of());
    }

    /** What the others of a workload are compared with. */
    Optional<Measurement> floor(String workload) {
        return of(workload).stream()
                .filter(each -> Contenders.FLOORS.contains(each.contender()))
                .findFirst();
    }

    private Optional<Measurement> of(String workload, String contender) {
        return of(workload).stream()
                .filter(each -> each.contender().equals(contender))
                .findFirst();
    }
}
