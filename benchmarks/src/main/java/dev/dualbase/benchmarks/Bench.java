// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import dev.dualbase.benchmarks.check.CheckContenders;
import dev.dualbase.benchmarks.data.BenchServer;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.registry.Contenders;
import dev.dualbase.benchmarks.report.Measurements;
import dev.dualbase.benchmarks.report.Report;
import dev.dualbase.benchmarks.start.StartTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs all benchmarks and writes what came out. Ratios decide nothing here: it fails if something does not work, or if a
 * contender does not do the same as the others.
 */
public final class Bench {

    private final Choice choice;
    private final Effort effort;
    private final Path results;
    private final Instant start = Instant.now();

    private Bench(Choice choice, Path results) {
        this.choice = choice;
        this.effort = choice.effort();
        this.results = results;
    }

    /** Runs them; the arguments are the folder for the results and what {@code ./bench} was given. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        new Bench(Choice.of(given.subList(1, given.size())), Path.of(arguments[0])).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        try (BenchServer server = BenchServer.start(effort.clients())) {
            say(server.title() + ", " + effort.clients() + " clients in a salon");
            Database database = server.database();
            database.announce();
            say(new CheckContenders(database, choice::among).run()
                    + " answers of contenders are the same as those of the floor");
            Measurements measurements = new Measurements();
            Report report = new Report(effort.name(), server.title(), measurements);
            measure(database, measurements, report);
            if (choice.publish()) {
                report.publish(Path.of("docs", "benchmarks"), Path.of("README.md"));
            }
            System.out.println(report.table());
            say("results in " + results);
        }
    }

    /** What is known is written after each round: who stops a long run keeps it. */
    private void measure(Database database, Measurements measurements, Report report)
            throws IOException, InterruptedException, RunnerException {
        List<Stage> stages = Stages.of(choice);
        for (int round = 0; round < effort.rounds(); round++) {
            for (Stage stage : stages) {
                stage.run(round, effort, database, measurements);
            }
            report.write(results);
            say("round " + (round + 1) + " of " + effort.rounds());
        }
        if (choice.has("f")) {
            stream(database, measurements);
        }
        if (choice.has("j")) {
            startTimes(database, measurements);
        }
        report.write(results);
    }

    private void stream(Database database, Measurements measurements) throws IOException, RunnerException {
        SalonFill fill = new SalonFill(database);
        fill.clients(Salons.STREAM, effort.streamed());
        say(effort.streamed() + " clients to stream");
        for (int round = 0; round < effort.rounds(); round++) {
            Stages.stream(choice).run(round, effort, database, measurements);
        }
        fill.deleteFrom(Salons.STREAM, 0);
    }

    private void startTimes(Database database, Measurements measurements) throws IOException, InterruptedException {
        new StartTimes(database, choice.among(Contenders.JDBC), effort.starts())
                .measure()
                .forEach((contender, times) -> measurements.addTimes("j", contender, times));
    }

    private void say(String what) {
        System.out.println("[" + Duration.between(start, Instant.now()).toSeconds() + " s] " + what);
    }
}
