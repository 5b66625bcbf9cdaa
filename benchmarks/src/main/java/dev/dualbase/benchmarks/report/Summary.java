// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import dev.dualbase.benchmarks.registry.Contenders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One table of all workloads over JDBC, for the README: the floor's time, and those of others as multiples of it. */
final class Summary {

    private final Measurements measurements;
    private final String where;

    Summary(Measurements measurements, String where) {
        this.measurements = measurements;
        this.where = where;
    }

    String text() {
        return "Measured by `./bench` on " + where + ": " + Machine.versionsText()
                + ". The first column is hand-written JDBC,"
                + " the others are multiples of its time; less is better.\n\n"
                + row("workload", Contenders.JDBC.stream())
                + row("---", Contenders.JDBC.stream().map(any -> "---:"))
                + measurements.workloads().stream().map(this::workload).collect(Collectors.joining())
                + "\n![Bars of the same figures, REST included](docs/benchmarks/chart.svg)\n";
    }

    private String workload(String workload) {
        Optional<Measurement> floor = measurements.floor(workload);
        if (floor.isEmpty() || !floor.get().contender().equals(Contenders.FLOOR)) {
            return "";
        }
        return row(Workloads.title(workload), Contenders.JDBC.stream().map(name -> cell(workload, name, floor.get())));
    }

    private String cell(String workload, String contender, Measurement floor) {
        if (contender.equals(Contenders.FLOOR)) {
            return time(floor);
        }
        List<Measurement> own = measurements.of(workload).stream()
                .filter(each -> each.contender().equals(contender))
                .toList();
        return own.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.2f", own.get(0).ratioTo(floor));
    }

    private static String time(Measurement measurement) {
        double value = measurement.value();
        if (measurement.unit().equals(Measurement.PER_SECOND)) {
            return String.format(Locale.ROOT, "%,.0f/s", value);
        }
        return value < 10_000
                ? String.format(Locale.ROOT, "%,.0f us", value)
                : String.format(Locale.ROOT, "%,.0f ms", value / 1_000);
    }

    private static String row(String first, Stream<String> others) {
        return "| " + first + " | " + others.collect(Collectors.joining(" | ")) + " |\n";
    }
}
