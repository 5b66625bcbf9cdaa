// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** All figures, and all targets with a mark, in Markdown. */
final class MarkdownTable {

    private final String effort;
    private final String server;
    private final Measurements measurements;
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String effort, String server, Measurements measurements) {
        this.effort = effort;
        this.server = server;
        this.measurements = measurements;
    }

    String text() {
        text.setLength(0);
        text.append("# Benchmarks\n\n");
        text.append("A ").append(effort).append(" run: ").append(Machine.text()).append(", ");
        text.append(server).append(". ").append(Machine.versionsText()).append(".\n");
        if (effort.equals("quick")) {
            text.append("\nIt shows that everything runs; its figures mean nothing.\n");
        }
        text.append(
                        "\nA ratio is the median of the rounds in which both were measured, one after the other; of several rivals")
                .append(
                        " the best one counts. A value is the mean of all iterations, its error half of the interval of")
                .append(" 99.9 %. (g) is on 8 connections, as (a) and as (c).\n");
        targets();
        figures();
        return text.toString();
    }

    private void targets() {
        header("Targets", List.of("workload", "target", "ratio", "at most", ""));
        for (Target target : Targets.of(measurements)) {
            if (measurements.of(target.workload()).isEmpty()) {
                continue;
            }
            OptionalDouble ratio = target.ratio(measurements);
            row(List.of(
                    Workloads.title(target.workload()),
                    target.text(),
                    ratio.isPresent() ? number(ratio.getAsDouble()) : "",
                    number(target.atMost()),
                    target.mark(measurements)));
        }
    }

    private void figures() {
        header("Figures", List.of("workload", "contender", "value", "error", "unit", "bytes/op", "peak heap MiB"));
        for (String workload : measurements.workloads()) {
            for (Measurement each : measurements.of(workload)) {
                row(List.of(
                        Workloads.title(workload),
                        each.contender(),
                        number(each.value()),
                        Double.isNaN(each.error()) ? "" : number(each.error()),
                        each.unit(),
                        each.bytes()
                                .map(bytes -> String.format(Locale.ROOT, "%.0f", bytes))
                                .orElse(""),
                        each.peakHeap().map(MarkdownTable::number).orElse("")));
            }
        }
    }

    private void header(String title, List<String> columns) {
        text.append("\n## ").append(title).append("\n\n");
        row(columns);
        row(columns.stream().map(any -> "---").toList());
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
