// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.data.BenchServer;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.testkit.server.PgBouncerServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures all curves, and the load through PgBouncer, and writes what came out. It fails if a call of the load fails. */
public final class Curves {

    private static final int CLIENTS = 20_000;

    private final Scale scale;
    private final Instant start = Instant.now();

    private Curves(Scale scale) {
        this.scale = scale;
    }

    /** Measures; the arguments are the folder for the results, {@code full} or {@code quick}, and {@code --publish}. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        Path results = Path.of(given.remove(0));
        boolean publish = given.remove("--publish");
        String scale = given.isEmpty() ? "full" : given.remove(0);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("./bench curves [full|quick] [--publish]");
        }
        new Curves(Scale.named(scale)).run(results, publish);
        System.exit(0);
    }

    private void run(Path results, boolean publish) throws IOException, InterruptedException {
        try (BenchServer server = BenchServer.start(CLIENTS)) {
            say(server.title());
            Database database = server.database();
            database.announce();
            PooledLoad.Outcome load = throughPooler(server);
            CurveReport report = new CurveReport(scale.name(), server.title(), measure(database), load);
            report.write(results);
            if (publish) {
                report.publish(Path.of("docs", "benchmarks"));
            }
            System.out.println(report.text());
            say("results in " + results);
            if (!load.failures().isEmpty()) {
                throw new IllegalStateException("Calls through PgBouncer failed: " + load.failures());
            }
        }
    }

    private PooledLoad.Outcome throughPooler(BenchServer server) throws InterruptedException {
        try (PgBouncerServer pooler = server.pooler(PooledLoad.CONNECTIONS)) {
            PooledLoad.Outcome load =
                    PooledLoad.run(pooler.jdbcUrl(), server.database(), scale.clients(), scale.pooled());
            say("through PgBouncer: " + load);
            return load;
        }
    }

    private List<Curve> measure(Database database) throws InterruptedException {
        List<Curve> curves = new ArrayList<>();
        curves.add(new ThreadsCurve(database, scale.threads(), scale.time()).measure());
        say("threads");
        curves.add(new StreamCurve(database, scale.streams()).measure());
        say("streams");
        curves.add(new BulkCurve(database, scale.bulk(), scale.bulkRows()).measure());
        say("bulk upserts");
        curves.add(new LookupCurve(database, scale.tables(), scale.time()).measure());
        say("lookups");
        return curves;
    }

    private void say(String what) {
        System.out.println("[" + Duration.between(start, Instant.now()).toSeconds() + " s] " + what);
    }
}
