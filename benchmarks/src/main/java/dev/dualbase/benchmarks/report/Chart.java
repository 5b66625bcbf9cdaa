// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import dev.dualbase.benchmarks.registry.Contenders;
import java.util.List;
import java.util.Locale;

/** A chart of bars, in SVG: a panel for each workload, in it the time of each contender as a multiple of the floor's. */
final class Chart {

    private static final int COLUMNS = 3;
    private static final int PANEL = 290;
    private static final int LEFT = 116;
    private static final int LONGEST = 120;
    private static final int BAR = 16;
    private static final int HEAD = 56;
    private static final int TITLE = 22;
    private static final int GAP = 14;
    private static final double CUT = 5;

    private final Measurements measurements;
    private final String where;
    private final Svg svg = new Svg();

    Chart(Measurements measurements, String where) {
        this.measurements = measurements;
        this.where = where;
    }

    String svg() {
        svg.text(
                14,
                22,
                "Time as a multiple of hand-written code, which is 1; shorter is better, bars end at 5",
                Svg.TEXT);
        svg.text(14, 40, where, Svg.QUIET);
        List<String> workloads = measurements.workloads().stream()
                .filter(each -> measurements.floor(each).isPresent())
                .toList();
        int y = HEAD;
        for (int first = 0; first < workloads.size(); first += COLUMNS) {
            y += row(workloads.subList(first, Math.min(workloads.size(), first + COLUMNS)), y);
        }
        return svg.document(COLUMNS * PANEL, y);
    }

    private int row(List<String> workloads, int y) {
        int most = 0;
        for (int i = 0; i < workloads.size(); i++) {
            List<Measurement> all = measurements.of(workloads.get(i));
            panel(workloads.get(i), all, 14 + i * PANEL, y);
            most = Math.max(most, all.size());
        }
        return TITLE + most * BAR + GAP;
    }

    private void panel(String workload, List<Measurement> all, int x, int y) {
        Measurement floor = measurements.floor(workload).orElseThrow();
        svg.bold(x, y + 14, Workloads.title(workload));
        for (int i = 0; i < all.size(); i++) {
            Measurement each = all.get(i);
            bar(each.contender(), each.ratioTo(floor), x, y + TITLE + i * BAR);
        }
    }

    private void bar(String contender, double ratio, int x, int y) {
        int length = (int) Math.round(Math.min(ratio, CUT) / CUT * LONGEST);
        svg.right(x + LEFT - 16, y + 12, contender);
        svg.box(x + LEFT - 10, y + 2, length, BAR - 4, colour(contender));
        svg.text(x + LEFT - 4 + length, y + 12, String.format(Locale.ROOT, "%.2f", ratio), Svg.QUIET);
    }

    private static String colour(String contender) {
        if (Targets.isOurs(contender)) {
            return Svg.OURS;
        }
        return Contenders.FLOORS.contains(contender) ? Svg.FLOOR : Svg.OTHERS;
    }
}
