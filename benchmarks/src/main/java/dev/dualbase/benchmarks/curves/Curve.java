// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import java.util.List;

/**
 * What something costs, depending on how much there is.
 *
 * @param title what was measured
 * @param xTitle what there is more and more of
 * @param yTitle the cost and its unit
 * @param lines one for each contender
 */
public record Curve(String title, String xTitle, String yTitle, List<Line> lines) {

    /**
     * The points of one contender, from left to right.
     *
     * @param contender its name
     * @param points what was measured
     */
    public record Line(String contender, List<Point> points) {}

    /**
     * One figure.
     *
     * @param x how much there was
     * @param y what it cost
     */
    public record Point(long x, double y) {}
}
