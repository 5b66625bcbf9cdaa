// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.curves.Curve.Line;
import dev.dualbase.benchmarks.curves.Curve.Point;
import dev.dualbase.benchmarks.registry.Contenders;
import dev.dualbase.benchmarks.report.Svg;
import java.util.List;

/** Panels with one curve each, two in a row. The x axes are logarithmic; the y axes begin at 0. */
final class CurveChart {

    private static final int PANEL_WIDTH = 420;
    private static final int PANEL_HEIGHT = 270;
    private static final int LEFT = 64;
    private static final int TOP = 34;
    private static final int PLOT_WIDTH = 330;
    private static final int PLOT_HEIGHT = 180;
    private static final int HEAD = 40;
    private static final int TICKS = 5;

    private final List<Curve> curves;
    private final String where;
    private final Svg svg = new Svg();

    CurveChart(List<Curve> curves, String where) {
        this.curves = curves;
        this.where = where;
    }

    String svg() {
        legend(Contenders.DUALBASE, Svg.OURS, 20);
        legend(Contenders.FLOOR + ", written by hand", Svg.FLOOR, 130);
        for (int i = 0; i < curves.size(); i++) {
            panel(curves.get(i), i % 2 * PANEL_WIDTH, HEAD + i / 2 * PANEL_HEIGHT);
        }
        int height = HEAD + (curves.size() + 1) / 2 * PANEL_HEIGHT + 24;
        svg.text(20, height - 10, where, Svg.QUIET);
        return svg.document(2 * PANEL_WIDTH, height);
    }

    private void legend(String text, String colour, int x) {
        svg.line(x, 20, x + 20, 20, colour, 2);
        svg.text(x + 26, 24, text, Svg.TEXT);
    }

    private void panel(Curve curve, int x, int y) {
        Axes axes = new Axes(curve, x + LEFT, y + TOP);
        svg.bold(x + LEFT, y + 18, curve.title() + ": " + curve.yTitle());
        for (int i = 0; i <= TICKS; i++) {
            double value = axes.top() * i / TICKS;
            svg.line(x + LEFT, axes.y(value), x + LEFT + PLOT_WIDTH, axes.y(value), Svg.GRID, 1);
            svg.right(x + LEFT - 6, axes.y(value) + 4, Svg.compact(value));
        }
        for (Point point : curve.lines().get(0).points()) {
            svg.middle(axes.x(point.x()), y + TOP + PLOT_HEIGHT + 16, Svg.compact(point.x()));
        }
        svg.middle(x + LEFT + PLOT_WIDTH / 2, y + TOP + PLOT_HEIGHT + 34, curve.xTitle());
        curve.lines().forEach(line -> line(line, axes));
    }

    private void line(Line line, Axes axes) {
        String colour = line.contender().equals(Contenders.DUALBASE) ? Svg.OURS : Svg.FLOOR;
        List<Point> points = line.points();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            svg.dot(axes.x(point.x()), axes.y(point.y()), colour);
            if (i > 0) {
                Point before = points.get(i - 1);
                svg.line(axes.x(before.x()), axes.y(before.y()), axes.x(point.x()), axes.y(point.y()), colour, 2);
            }
        }
    }

    /** Where a value lies in a panel. */
    private record Axes(double first, double last, double top, int left, int upper) {

        Axes(Curve curve, int left, int upper) {
            this(
                    points(curve).get(0).x(),
                    points(curve).get(points(curve).size() - 1).x(),
                    Svg.roundedUp(curve.lines().stream()
                            .flatMap(line -> line.points().stream())
                            .mapToDouble(Point::y)
                            .max()
                            .orElse(1)),
                    left,
                    upper);
        }

        private static List<Point> points(Curve curve) {
            return curve.lines().get(0).points();
        }

        int x(double value) {
            double share = (Math.log(value) - Math.log(first)) / (Math.log(last) - Math.log(first));
            return left + (int) Math.round(share * PLOT_WIDTH);
        }

        int y(double value) {
            return upper + PLOT_HEIGHT - (int) Math.round(value / top * PLOT_HEIGHT);
        }
    }
}
