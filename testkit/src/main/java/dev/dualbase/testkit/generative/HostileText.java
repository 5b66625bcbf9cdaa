// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.List;

/** Texts that try to be more than text: for SQL, COPY, arrays, JSON and its paths, LIKE, URLs and PostgREST. */
final class HostileText {
    private static final int LONG = 400;

    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\\'",
            "E'\\''",
            "\"",
            "\"\"",
            "\\",
            "\\\\",
            ";",
            "--",
            "/*",
            "*/",
            "$$",
            "$x$",
            "$1",
            "?",
            "??",
            ":name",
            "{0}",
            "{d '2026-01-01'}",
            "{fn now()}",
            "'; drop table injection_canary; --",
            "'); delete from injection_canary; --",
            "$$; truncate injection_canary; $$",
            "' or '1'='1",
            "x' union select null, null --",
            "\u02bc or 1=1",
            "\uff07; --",
            "\\.",
            "\\N",
            "\\.\n",
            "\t",
            "\n",
            "\r\n",
            "\u0001",
            "\u001b[2J",
            "\u007f",
            "\u202e",
            "{",
            "}",
            "{a,\"b\"}",
            "NULL",
            "[",
            "]",
            "{\"a\": 1}",
            "\\u0000",
            "$.a[*]",
            "$.** ? (@ == 1)",
            "->>",
            "#>>",
            "@>",
            "::text",
            "%",
            "_",
            "\\%",
            "*",
            ",",
            ".",
            "(",
            ")",
            ":",
            "eq.",
            "not.is.null",
            "in.(1,2)",
            "or=(id.gt.0)",
            "),and(id.gt.0",
            "&id=gt.0",
            "?select=*",
            "#",
            "+",
            "%27",
            "%00",
            "%2527",
            "/../",
            "\r\nPrefer: count=exact",
            " ",
            "a",
            "Z",
            "0",
            "\u00e9",
            "\u0416",
            "\u65e5",
            "\ud83d\ude00",
            "\u200d",
            "\ufeff");

    private HostileText() {}

    static String of(Dice dice) {
        int pieces = dice.oneIn(200) ? LONG : dice.between(1, dice.oneIn(5) ? 12 : 4);
        String text = String.join("", dice.list(pieces, () -> dice.pick(PIECES)));
        return dice.oneIn(10) ? RandomText.of(dice) + text : text;
    }
}
