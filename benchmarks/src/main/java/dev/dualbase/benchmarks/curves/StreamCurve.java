// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.curves.Curve.Line;
import dev.dualbase.benchmarks.curves.Curve.Point;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.registry.Contenders;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The memory in use while all clients of a salon are streamed, garbage collected, against their number. */
final class StreamCurve {

    /** How often the memory is looked at in a stream. */
    private static final int LOOKS = 5;

    private static final double MEBIBYTE = 1 << 20;

    private final Database database;
    private final List<Integer> sizes;

    StreamCurve(Database database, List<Integer> sizes) {
        this.database = database;
        this.sizes = sizes;
    }

    Curve measure() {
        SalonFill fill = new SalonFill(database);
        List<Point> points = new ArrayList<>();
        try (JdbcBackend backend = JdbcBackend.builder("curves")
                .url(database.url())
                .credentials(database.user(), database.password())
                .build()) {
            ClientRepository clients = new ClientRepository(backend);
            for (int size : sizes) {
                fill.clients(Salons.STREAM, size);
                points.add(new Point(size, peak(clients, size)));
            }
        }
        fill.deleteFrom(Salons.STREAM, 0);
        return new Curve(
                "Memory of a stream",
                "rows of the stream",
                "MiB in use",
                List.of(new Line(Contenders.DUALBASE, points)));
    }

    private static double peak(ClientRepository clients, int size) {
        return clients.withStream(
                CompanyId.of(Salons.STREAM),
                Filters.everyRow(),
                Order.byPrimaryKey(),
                rows -> peak(rows, Math.max(1, size / LOOKS)));
    }

    private static double peak(Stream<ClientsRecord> rows, int step) {
        long[] seen = {0, 0};
        rows.forEach(row -> {
            seen[0]++;
            if (seen[0] % step == 0) {
                seen[1] = Math.max(seen[1], used());
            }
        });
        return seen[1] / MEBIBYTE;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
