// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.JSONB;

/** Filters on {@link OddRows}: each operator, on each type where it could matter. */
final class OddFilters {

    private OddFilters() {}

    static List<Filter> all() {
        List<Filter> filters = new ArrayList<>();
        texts(filters);
        values(filters);
        documents(filters);
        filters.add(Filters.and());
        filters.add(Filters.or());
        return filters;
    }

    /** A tree of these filters. */
    static Filter tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            List<Filter> all = all();
            return all.get(random.nextInt(all.size()));
        }
        List<Filter> operands = IntStream.range(0, random.nextInt(4))
                .mapToObj(any -> tree(random, depth - 1))
                .toList();
        return switch (random.nextInt(3)) {
            case 0 -> Filters.and(operands);
            case 1 -> Filters.or(operands);
            default -> Filters.not(tree(random, depth - 1));
        };
    }

    private static void texts(List<Filter> filters) {
        for (String text : OddRows.TEXTS) {
            filters.add(Filters.eq(ODD.NAME, text));
            filters.add(Filters.ne(ODD.ALIAS, text));
            filters.add(Filters.contains(ODD.NAME, text));
            filters.add(Filters.in(ODD.NAME, List.of(text, "a")));
            filters.add(Filters.arrayContains(ODD.TAGS, List.of(text)));
        }
        filters.add(Filters.eq(ODD.CODE, "c1 and much too long"));
        filters.add(Filters.gt(ODD.NAME, "a"));
        filters.add(Filters.in(ODD.NAME, List.of()));
        filters.add(Filters.in(ODD.CODE, List.of("c1", "c2", "c1")));
        filters.add(Filters.notIn(ODD.NAME, List.of("a", "")));
        filters.add(Filters.isDistinctFrom(ODD.ALIAS, "a"));
        filters.add(Filters.isDistinctFrom(ODD.NAME, null));
        filters.add(Filters.like(ODD.NAME, "a\\%b"));
        filters.add(Filters.like(ODD.NAME, "a_b"));
        filters.add(Filters.like(ODD.NAME, "%*%"));
        filters.add(Filters.ilike(ODD.NAME, "A%"));
        filters.add(Filters.containsIgnoreCase(ODD.NAME, "\\%B"));
        filters.add(Filters.startsWith(ODD.NAME, "a"));
        filters.add(Filters.endsWith(ODD.NAME, "\\"));
        filters.add(Filters.like(ODD.CODE, "c1%"));
    }

    private static void values(List<Filter> filters) {
        filters.add(Filters.eq(ODD.AMOUNT, new BigDecimal("0.10")));
        filters.add(Filters.eq(ODD.AMOUNT, new BigDecimal("0.101")));
        filters.add(Filters.eq(ODD.AMOUNT, new BigDecimal("123456789")));
        filters.add(Filters.in(ODD.EXACT, List.of(new BigDecimal("12345678901234567890.10"), BigDecimal.ONE)));
        filters.add(Filters.between(ODD.SMALL, (short) 1, (short) 2));
        filters.add(Filters.between(ODD.SMALL, (short) 2, (short) 1));
        filters.add(Filters.lte(ODD.SMALL, (short) 2));
        filters.add(Filters.lt(ODD.ID, 3L));
        filters.add(Filters.eq(ODD.ID, Long.MAX_VALUE));
        filters.add(Filters.in(ODD.ID, List.of(1L, 3L)));
        filters.add(Filters.in(ODD.ID, List.of(4L)));
        filters.add(Filters.eq(ODD.RATIO, 0.1));
        filters.add(Filters.eq(ODD.RATIO, 0.0));
        filters.add(Filters.eq(ODD.RATIO, Double.NaN));
        filters.add(Filters.gte(ODD.RATIO, Double.POSITIVE_INFINITY));
        filters.add(Filters.eq(ODD.FLAG, true));
        filters.add(Filters.ne(ODD.FLAG, true));
        filters.add(Filters.isNull(ODD.FLAG));
        filters.add(Filters.isNotNull(ODD.FLAG));
        filters.add(Filters.lt(ODD.DAY, LocalDate.of(1, 1, 1)));
        filters.add(Filters.gte(ODD.WALL, LocalDateTime.of(2024, 3, 31, 3, 30, 0, 123_456_000)));
        filters.add(Filters.eq(ODD.INSTANT, OffsetDateTime.parse("2023-12-31T23:00:01Z")));
        filters.add(Filters.in(
                ODD.INSTANT,
                List.of(
                        OffsetDateTime.parse("2024-01-01T05:00:00+05:00"),
                        OffsetDateTime.parse("2023-12-31T23:00:01Z"))));
        filters.add(Filters.gt(ODD.CLOCK, LocalTime.of(23, 59, 9)));
        filters.add(Filters.in(ODD.UID, List.of(new UUID(1, 1), new UUID(2, 2))));
        filters.add(Filters.eq(ODD.RAW, new byte[] {0, 3, '\\', -1}));
        filters.add(Filters.in(ODD.RAW, List.of(new byte[] {0, 3, '\\', -1}, new byte[] {})));
        filters.add(Filters.eq(ODD.FEELING, Mood.SO_SO));
        filters.add(Filters.in(ODD.FEELING, List.of(Mood.SO_SO, Mood.FINE)));
    }

    private static void documents(List<Filter> filters) {
        filters.add(Filters.arrayContains(ODD.TAGS, List.of()));
        filters.add(Filters.arrayContains(ODD.TAGS, List.of("tag1", "x")));
        filters.add(Filters.arrayContainedBy(ODD.TAGS, List.of("a", "tag0", "tag1", "x", "NULL")));
        filters.add(Filters.arrayOverlaps(ODD.NUMBERS, List.of(1L, 2L)));
        filters.add(Filters.arrayOverlaps(ODD.NUMBERS, List.of()));
        filters.add(Filters.arrayContains(ODD.NUMBERS, List.of(Long.MAX_VALUE)));
        filters.add(Filters.eq(ODD.NUMBERS, new Long[] {1L, Long.MAX_VALUE}));
        filters.add(Filters.in(ODD.NUMBERS, List.of(new Long[] {1L, Long.MAX_VALUE}, new Long[] {})));
        filters.add(Filters.jsonContains(ODD.DATA, JSONB.valueOf("{\"n\":1}")));
        filters.add(Filters.jsonContains(ODD.DATA, JSONB.valueOf("\"x\"")));
        filters.add(Filters.jsonContains(ODD.DATA, JSONB.valueOf("[{\"y\":null}]")));
        filters.add(Filters.eq(ODD.DATA, JSONB.valueOf("null")));
        filters.add(Filters.isNull(ODD.DATA));
        filters.add(Filters.jsonTextEq(ODD.DATA, "t1", "a b", "c\"d"));
        filters.add(Filters.jsonTextEq(ODD.DATA, "1.0", "n"));
        filters.add(Filters.jsonTextEq(ODD.DATA, "x", "0"));
    }
}
