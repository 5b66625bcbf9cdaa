// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;

/** Rows on which an encoding could go wrong, each value several times, and as many with NULL in every other column. */
final class OddRows {

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "null",
            "NULL",
            "a,b",
            "{a}",
            "\"",
            "\\",
            "\\\\",
            "'",
            "''; --",
            "%",
            "_",
            "a%b",
            "a_b",
            "a\\%b",
            "a*b",
            "\n",
            "\t",
            "\u00a0",
            "\u2028",
            "\u00e9",
            "e\u0301",
            "\ud83d\ude00",
            "$1",
            "$2 ->> 0",
            "%s",
            "%1$s",
            "\u0001");

    private OddRows() {}

    static List<OddRecord> all() {
        List<OddRecord> rows = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            rows.add(row(i));
        }
        rows.add(OddTable.odd(1000));
        return rows;
    }

    /** The same, with other ids. */
    static List<OddRecord> from(long first) {
        List<OddRecord> rows = all();
        rows.forEach(row -> row.set(OddTable.ODD.ID, row.get(OddTable.ODD.ID) + first));
        return rows;
    }

    private static OddRecord row(int i) {
        String text = TEXTS.get(i);
        OddRecord row = OddTable.odd(i + 1, text);
        row.set(ODD.CODE, "c" + i);
        row.set(ODD.ALIAS, text.length() > 5 ? null : text);
        row.set(ODD.AMOUNT, new BigDecimal(i % 5).movePointLeft(1));
        row.set(ODD.EXACT, new BigDecimal("12345678901234567890." + i % 3));
        row.set(ODD.SMALL, i % 4 == 0 ? null : (short) (i % 4));
        row.set(
                ODD.RATIO,
                List.of(0.1, -0.0, Double.NaN, Double.POSITIVE_INFINITY).get(i % 4));
        row.set(ODD.FLAG, i % 3 == 0 ? null : i % 3 == 1);
        row.set(ODD.TAGS, new String[] {text, "tag" + i % 2, i % 5 == 0 ? null : "x"});
        row.set(ODD.NUMBERS, i % 6 == 0 ? new Long[] {} : new Long[] {(long) i, Long.MAX_VALUE});
        row.set(ODD.ALIASES, new String[] {"al" + i % 3});
        row.set(ODD.DATA, JSONB.valueOf(data(i)));
        row.set(ODD.DAY, LocalDate.of(2024, 3, 1).minusYears(i * 100L));
        row.set(ODD.WALL, LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000).plusHours(i));
        row.set(ODD.INSTANT, OffsetDateTime.of(2024, 1, 1, 0, 0, i, 0, ZoneOffset.ofHours(i % 3)));
        row.set(ODD.CLOCK, LocalTime.of(23, 59, i, 999_999_000));
        row.set(ODD.UID, new UUID(i, i));
        row.set(ODD.RAW, new byte[] {0, (byte) i, '\\', -1});
        row.set(ODD.FEELING, i % 2 == 0 ? Mood.FINE : Mood.SO_SO);
        return row;
    }

    private static String data(int i) {
        return switch (i % 4) {
            case 0 -> "null";
            case 1 -> "{\"a b\":{\"c\\\"d\":\"t" + i % 3 + "\"},\"n\":1.0}";
            case 2 -> "[\"x\",{\"y\":null}]";
            default -> "\"text\"";
        };
    }
}
