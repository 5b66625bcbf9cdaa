// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.List;

/** Texts of pieces that mean something to SQL, arrays, JSON, patterns and URLs. */
final class RandomText {
    private static final List<String> WHOLE = List.of(
            "", " ", "null", "NULL", "true", "0", "-1", "1e5", ".", "..", "{}", "[]", "()", "\"", "\\", "%", "*", "_");

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "b",
            "B",
            "z",
            "7",
            " ",
            "\"",
            "'",
            ",",
            "\"},{\"",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\\",
            "\\\\",
            "*",
            "%",
            "_",
            "?",
            ":",
            ";",
            ".",
            "&",
            "=",
            "+",
            "#",
            "/",
            "%00",
            "%2B",
            "$$",
            "$1",
            "->",
            "--",
            "null",
            "\n",
            "\r\n",
            "\t",
            "\u0001",
            "\u007f",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\u202e",
            "e\u0301",
            "\u00e9",
            "\u00c9",
            "\u0401",
            "\u0451",
            "\u0436",
            "\ue000",
            "\uffee",
            "\ud83d\ude00",
            "\u65e5");

    private RandomText() {}

    static String of(Dice dice) {
        return dice.oneIn(4) ? dice.pick(WHOLE) : ofPieces(dice, dice.between(1, dice.oneIn(6) ? 12 : 4));
    }

    /** At most this many characters. */
    static String of(Dice dice, int longest) {
        return cut(of(dice), longest);
    }

    static String cut(String text, int longest) {
        return length(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static String ofPieces(Dice dice, int count) {
        return String.join("", dice.list(count, () -> dice.pick(PIECES)));
    }

    /** A part of a text, sometimes with a character of patterns in place of one of its own. */
    static String partOf(Dice dice, String whole) {
        int from = dice.below(length(whole) + 1);
        return part(dice, whole, from, Math.min(length(whole), from + dice.between(1, 4)));
    }

    /** The same from the start. */
    static String startOf(Dice dice, String whole) {
        return part(dice, whole, 0, Math.min(length(whole), dice.below(4)));
    }

    /** The same up to the end. */
    static String endOf(Dice dice, String whole) {
        return part(dice, whole, Math.max(0, length(whole) - dice.below(4)), length(whole));
    }

    private static String part(Dice dice, String whole, int from, int to) {
        int[] points = whole.codePoints().toArray();
        if (to > from && dice.oneIn(3)) {
            points[dice.between(from, to - 1)] = dice.pick('%', '_', '\\');
        }
        return new String(points, from, to - from);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
