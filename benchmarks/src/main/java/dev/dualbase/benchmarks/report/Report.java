// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run leaves behind: all figures as JSON, a table and a chart. */
public final class Report {

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
        Files.writeString(folder.resolve("latest.svg"), new Chart(measurements).svg());
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
