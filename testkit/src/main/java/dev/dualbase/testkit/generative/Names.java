// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.List;

/** Names that mean something to SQL or to a query string, all shorter than the 63 bytes that PostgreSQL keeps. */
final class Names {
    private static final List<String> ODD = List.of(
            "plain",
            "Upper",
            "a b",
            " leading",
            "trailing ",
            "say \"x\"",
            "it's",
            "a,b",
            "a.b",
            "(a)",
            "a:b",
            "a::text",
            "a->b",
            "a->>b",
            "back\\slash",
            "star*",
            "100%",
            "%20",
            "q?",
            "?",
            ":p",
            "{0}",
            "$1",
            "a$$b",
            "a&b=c",
            "a+b",
            "#",
            "--",
            "[1]",
            "!inner",
            "...spread",
            "\u0401\u043b\u043a\u0430",
            "\ud83d\ude00",
            "\u00a0",
            "select",
            "order",
            "and",
            "or",
            "not",
            "not.and",
            "limit",
            "offset",
            "columns",
            "on_conflict",
            "user",
            "null",
            "count",
            "excluded",
            "predecessor",
            "xmin_",
            "id");

    private Names() {}

    /** Different names in random order. */
    static List<String> columns(Dice dice) {
        return dice.shuffled(ODD);
    }

    static String table(Dice dice, int number) {
        return "t" + number + " " + dice.pick(ODD).strip();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
