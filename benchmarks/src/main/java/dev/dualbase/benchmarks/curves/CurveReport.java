// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dualbase.benchmarks.curves.Curve.Line;
import dev.dualbase.benchmarks.curves.Curve.Point;
import dev.dualbase.benchmarks.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The curves as JSON, as tables and as a chart. */
final class CurveReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String scale;
    private final String server;
    private final List<Curve> curves;
    private final PooledLoad.Outcome load;

    CurveReport(String scale, String server, List<Curve> curves, PooledLoad.Outcome load) {
        this.scale = scale;
        this.server = server;
        this.curves = curves;
        this.load = load;
    }

    /** Writes {@code curves.json}, {@code curves.md} and {@code curves.svg}. */
    void write(Path folder) throws IOException {
        publish(folder);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("curves.json").toFile(), json());
    }

    /** Writes {@code curves.md} and {@code curves.svg}. */
    void publish(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("curves.md"), text());
        Files.writeString(folder.resolve("curves.svg"), new CurveChart(curves, where()).svg());
    }

    private String where() {
        return Machine.text() + ", " + server;
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("scale", scale).put("machine", Machine.text()).put("server", server);
        root.set("curves", JSON.valueToTree(curves));
        root.set("pooled", JSON.valueToTree(load));
        return root;
    }

    /** All of it in Markdown. */
    String text() {
        return "# How costs grow\n\n"
                + (scale.equals("quick") ? "A quick run: its figures mean nothing.\n\n" : "")
                + "Measured by `./bench curves` on " + where() + ". " + Machine.versionsText() + ".\n\n"
                + "![Four curves](curves.svg)\n"
                + curves.stream().map(CurveReport::table).collect(Collectors.joining()) + pooled();
    }

    private static String table(Curve curve) {
        List<Line> lines = curve.lines();
        StringBuilder text = new StringBuilder("\n## " + curve.title() + "\n\n");
        text.append(row(curve.xTitle(), lines.stream().map(line -> line.contender() + ", " + curve.yTitle())));
        text.append(row("---:", lines.stream().map(line -> "---:")));
        for (int i = 0; i < lines.get(0).points().size(); i++) {
            int index = i;
            Point first = lines.get(0).points().get(i);
            text.append(row(
                    String.format(Locale.ROOT, "%,d", first.x()),
                    lines.stream().map(line -> number(line.points().get(index).y()))));
        }
        return text.toString();
    }

    private static String row(String first, Stream<String> others) {
        return "| " + first + " | " + others.collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }

    private String pooled() {
        int failed =
                load.failures().values().stream().mapToInt(Integer::intValue).sum();
        return "\n## Through PgBouncer\n\n" + load.clients()
                + " threads, each with a connection to PgBouncer in transaction mode, on "
                + PooledLoad.CONNECTIONS + " connections to the server, for " + load.seconds() + " s: "
                + String.format(
                        Locale.ROOT,
                        "%,d calls, %d errors, p50 %.1f ms, p99 %.1f ms",
                        load.calls(),
                        failed,
                        load.median(),
                        load.slow())
                + ". Of ten calls eight look up a client, one upserts one, and one is a transaction of both.\n";
    }
}
