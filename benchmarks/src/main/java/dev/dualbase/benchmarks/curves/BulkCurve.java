// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.curves.Curve.Line;
import dev.dualbase.benchmarks.curves.Curve.Point;
import dev.dualbase.benchmarks.data.BulkRows;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.registry.Contenders;
import java.util.ArrayList;
import java.util.List;

/** The time for a row of a bulk upsert, half of the rows new, against the number of rows. */
final class BulkCurve {

    private static final int MOST_SHOTS = 300;

    private final Database database;
    private final List<Integer> sizes;
    private final int leastRows;

    BulkCurve(Database database, List<Integer> sizes, int leastRows) {
        this.database = database;
        this.sizes = sizes;
        this.leastRows = leastRows;
    }

    Curve measure() {
        List<Line> lines = new ArrayList<>();
        for (String name : List.of(Contenders.FLOOR, Contenders.DUALBASE)) {
            try (Contender contender = Contenders.open(name, database)) {
                lines.add(new Line(name, points(contender.bulk())));
            }
        }
        return new Curve("Bulk upsert", "rows of one upsert", "microseconds for a row", lines);
    }

    private <R> List<Point> points(BulkUpsert<R> bulk) {
        return sizes.stream().map(size -> new Point(size, point(bulk, size))).toList();
    }

    private <R> double point(BulkUpsert<R> bulk, int size) {
        BulkRows salon = new BulkRows(database, size);
        List<R> rows = salon.all().stream().map(bulk::prepare).toList();
        int shots = Math.max(1, Math.min(MOST_SHOTS, leastRows / size));
        List<Double> times = new ArrayList<>();
        for (int shot = 0; shot < (size > leastRows ? shots : 2 * shots); shot++) {
            salon.restore();
            times.add(Clock.microseconds(() -> bulk.upsert(rows)));
        }
        salon.clear();
        List<Double> warm = times.subList(times.size() - shots, times.size());
        return warm.stream().sorted().toList().get(shots / 2) / size;
    }
}
