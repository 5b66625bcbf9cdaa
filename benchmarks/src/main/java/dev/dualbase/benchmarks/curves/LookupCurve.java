// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.curves.Curve.Line;
import dev.dualbase.benchmarks.curves.Curve.Point;
import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import dev.dualbase.benchmarks.registry.Contenders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** The time to look up a client by phone, anywhere in the table, against the size of the table. */
final class LookupCurve {

    private final Database database;
    private final List<Integer> sizes;
    private final Duration time;

    LookupCurve(Database database, List<Integer> sizes, Duration time) {
        this.database = database;
        this.sizes = sizes;
        this.time = time;
    }

    /** Measures it, and leaves nobody else's rows in the table. */
    Curve measure() {
        SalonFill fill = new SalonFill(database);
        Map<String, List<Point>> points = new TreeMap<>();
        int filled = 0;
        for (int size : sizes) {
            fill.manyClients(filled + 1, size);
            filled = size;
            for (String name : List.of(Contenders.FLOOR, Contenders.DUALBASE)) {
                try (Contender contender = Contenders.open(name, database)) {
                    points.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(new Point(size, lookup(contender.reads(), size)));
                }
            }
        }
        return new Curve(
                "Lookup by phone",
                "rows of the table",
                "microseconds",
                points.entrySet().stream()
                        .map(each -> new Line(each.getKey(), each.getValue()))
                        .toList());
    }

    private double lookup(ClientReads reads, int size) {
        Random random = new Random(SalonFill.SEED);
        return Clock.median(time, () -> Objects.requireNonNull(reads.byPhone(Changes.phone(1 + random.nextInt(size)))));
    }
}
