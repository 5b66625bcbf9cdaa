// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import java.util.Locale;

/** A picture of lines, boxes and words, on a white card, so that it can be read on any background. */
public final class Svg {

    /** The colour of our own. */
    public static final String OURS = "#1f6feb";

    /** The colour of what is written by hand. */
    public static final String FLOOR = "#57606a";

    /** The colour of all others. */
    public static final String OTHERS = "#afb8c1";

    /** The colour of words. */
    public static final String TEXT = "#1f2328";

    /** The colour of words that matter less. */
    public static final String QUIET = "#656d76";

    /** The colour of lines behind. */
    public static final String GRID = "#d8dee4";

    private final StringBuilder content = new StringBuilder();

    /** Words from a point to the right. */
    public void text(int x, int baseline, String words, String colour) {
        words(x, baseline, words, "fill=\"" + colour + "\"");
    }

    /** Bold words. */
    public void bold(int x, int baseline, String words) {
        words(x, baseline, words, "font-weight=\"bold\" fill=\"" + TEXT + "\"");
    }

    /** Words that end at a point. */
    public void right(int x, int baseline, String words) {
        words(x, baseline, words, "text-anchor=\"end\" fill=\"" + QUIET + "\"");
    }

    /** Words around a point. */
    public void middle(int x, int baseline, String words) {
        words(x, baseline, words, "text-anchor=\"middle\" fill=\"" + QUIET + "\"");
    }

    private void words(int x, int baseline, String words, String attributes) {
        content.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" %s>%s</text>\n",
                x,
                baseline,
                attributes,
                words.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** A line. */
    public void line(int x1, int y1, int x2, int y2, String colour, int width) {
        content.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"%d\"/>\n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width));
    }

    /** A point. */
    public void dot(int x, int y, String colour) {
        content.append(String.format(Locale.ROOT, "<circle cx=\"%d\" cy=\"%d\" r=\"3\" fill=\"%s\"/>\n", x, y, colour));
    }

    /** A box. */
    public void box(int x, int y, int width, int height, String colour) {
        content.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
                x,
                y,
                width,
                height,
                colour));
    }

    /** The picture. */
    public String document(int width, int height) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
                        + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"white\"/>\n%3$s</svg>\n",
                width,
                height,
                content);
    }

    /** A number in few characters. */
    public static String compact(double value) {
        if (value >= 1_000_000) {
            return trimmed(value / 1_000_000) + " M";
        } else if (value >= 1_000) {
            return trimmed(value / 1_000) + " k";
        }
        return trimmed(value);
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    /** The next number of one digit, or of one digit and a half, that is no smaller. */
    public static double roundedUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.ceil(value / power * 2) / 2 * power;
    }
}
