// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.curves.Curve.Line;
import dev.dualbase.benchmarks.curves.Curve.Point;
import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.registry.Contenders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How many lookups by phone are done in a second, against the number of threads on a pool of 8 connections. */
final class ThreadsCurve {

    private static final int CLIENTS = 16_000;

    private final Database database;
    private final List<Integer> threads;
    private final Duration time;

    ThreadsCurve(Database database, List<Integer> threads, Duration time) {
        this.database = database;
        this.threads = threads;
        this.time = time;
    }

    Curve measure() throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (String name : List.of(Contenders.FLOOR, Contenders.DUALBASE)) {
            try (Contender contender = Contenders.open(name, database)) {
                lines.add(new Line(name, points(contender.reads())));
            }
        }
        return new Curve(
                "Throughput on " + Database.POOL_SIZE + " connections", "threads", "lookups in a second", lines);
    }

    private List<Point> points(ClientReads reads) throws InterruptedException {
        Crowd.run(Database.POOL_SIZE, time, random -> lookup(reads, random.nextInt(CLIENTS)));
        List<Point> points = new ArrayList<>();
        for (int count : threads) {
            Crowd crowd = Crowd.run(count, time, random -> lookup(reads, random.nextInt(CLIENTS)));
            points.add(new Point(count, crowd.perSecond()));
        }
        return points;
    }

    private static void lookup(ClientReads reads, int number) {
        Objects.requireNonNull(reads.byPhone(Changes.phone(1 + number)));
    }
}
