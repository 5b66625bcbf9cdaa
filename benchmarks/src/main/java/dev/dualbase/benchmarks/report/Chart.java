// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import dev.dualbase.benchmarks.registry.Contenders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A chart of bars, in SVG: the time of each contender as a multiple of the floor's, cut at 5. */
final class Chart {

    private static final int WIDTH = 860;
    private static final int LEFT = 330;
    private static final int BAR = 14;
    private static final int TIMES = 90;
    private static final double CUT = 5;

    private final Measurements measurements;
    private final StringBuilder svg = new StringBuilder();
    private int y = 30;

    Chart(Measurements measurements) {
        this.measurements = measurements;
    }

    String svg() {
        svg.setLength(0);
        y = 30;
        text(10, 18, "Time as a multiple of the floor's; shorter is better");
        measurements.workloads().forEach(this::workload);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (y + 10)
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + svg + "</svg>\n";
    }

    private void workload(String workload) {
        List<Measurement> all = measurements.of(workload);
        Optional<Measurement> floor = all.stream()
                .filter(each -> Contenders.FLOORS.contains(each.contender()))
                .findFirst();
        if (floor.isPresent()) {
            text(10, y + BAR - 3, Workloads.title(workload));
            all.forEach(each -> bar(each.contender(), each.ratioTo(floor.get())));
            y += BAR;
        }
    }

    private void bar(String contender, double ratio) {
        long length = Math.round(Math.min(ratio, CUT) * TIMES);
        text(LEFT - 115, y + BAR - 3, contender);
        svg.append("<rect x=\"").append(LEFT).append("\" y=\"").append(y + 1);
        svg.append("\" width=\"").append(length).append("\" height=\"").append(BAR - 2);
        svg.append("\" fill=\"")
                .append(Targets.isOurs(contender) ? "#1f6feb" : "#b0b8c0")
                .append("\"/>\n");
        text(LEFT + (int) length + 4, y + BAR - 3, String.format(Locale.ROOT, "%.2f", ratio));
        y += BAR;
    }

    private void text(int x, int baseline, String content) {
        svg.append("<text x=\"").append(x).append("\" y=\"").append(baseline).append("\">");
        svg.append(content).append("</text>\n");
    }
}
