// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run leaves behind: all figures as JSON, a table and a chart. */
public final class Report {

    private static final String BEGIN = "<!-- figures: ./bench full --publish -->";
    private static final String END = "<!-- end of figures -->";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String effort;
    private final String server;
    private final Measurements measurements;

    /** Of a full or quick run against a server. */
    public Report(String effort, String server, Measurements measurements) {
        this.effort = effort;
        this.server = server;
        this.measurements = measurements;
    }

    /** Writes {@code latest.json}, {@code latest.md} and {@code latest.svg}. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("latest.json").toFile(), json());
        Files.writeString(folder.resolve("latest.md"), table());
        Files.writeString(folder.resolve("latest.svg"), chart());
    }

    /** Writes table and chart into a folder, and the summary into a README, between the lines that mark its place. */
    public void publish(Path folder, Path readme) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.md"), table() + "\n![Bars of the same figures](chart.svg)\n");
        Files.writeString(folder.resolve("chart.svg"), chart());
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The README has no place for figures: " + BEGIN + " and " + END);
        }
        String summary = "\n" + new Summary(measurements, where()).text() + "\n";
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + "\n" + summary + text.substring(end));
    }

    private String chart() {
        return new Chart(measurements, where()).svg();
    }

    private String where() {
        return Machine.text() + ", " + server;
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("effort", effort).put("machine", Machine.text()).put("server", server);
        ObjectNode versions = root.putObject("versions");
        Machine.versions().forEach(versions::put);
        root.putArray("benchmarks").addAll(measurements.sources());
        ObjectNode starts = root.putObject("microsecondsToFirstRow");
        measurements.of("j").forEach(each -> starts.put(each.contender(), each.value()));
        return root;
    }

    /** The table, in Markdown. */
    public String table() {
        return new MarkdownTable(effort, server, measurements).text();
    }
}
