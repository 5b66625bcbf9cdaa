// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static dev.dualbase.testkit.generative.Trait.ARRAY;
import static dev.dualbase.testkit.generative.Trait.EQUAL;
import static dev.dualbase.testkit.generative.Trait.KEY;
import static dev.dualbase.testkit.generative.Trait.ORDERED;
import static dev.dualbase.testkit.generative.Trait.PAGED;
import static dev.dualbase.testkit.generative.Trait.TEXT;

import dev.dualbase.core.type.LocalDateBinding;
import dev.dualbase.core.type.LocalDateTimeBinding;
import dev.dualbase.core.type.LocalTimeBinding;
import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.impl.SQLDataType;

/** The types that random tables have columns of. */
final class ColumnKinds {
    private static final Trait[] SCALAR = {EQUAL, ORDERED, PAGED, KEY};
    private static final Trait[] TEXTUAL = {EQUAL, ORDERED, PAGED, KEY, TEXT};
    private static final Trait[] LIST = {EQUAL, ORDERED, ARRAY};
    private static final int VARCHAR_LENGTH = 8;
    private static final int CHAR_LENGTH = 4;

    static final ColumnKind BIGINT =
            ColumnKind.of("bigint", SQLDataType.BIGINT, Numbers::big, SCALAR).withDefault("-7", -7L);

    /** Not the numbers that a sequence begins with. */
    static final ColumnKind ID = ColumnKind.of(
            "bigint",
            SQLDataType.BIGINT,
            dice -> dice.oneIn(8) ? outOfSequence(dice) : (long) -dice.between(1, 60),
            SCALAR);

    static final List<ColumnKind> ALL = List.of(
            ColumnKind.of("text", SQLDataType.CLOB, RandomText::of, TEXTUAL)
                    .orderedBy(ColumnKind::byCodePoint)
                    .withDefault("'it''s \"{a,b}\" \\'", "it's \"{a,b}\" \\"),
            ColumnKind.of(
                            "varchar(" + VARCHAR_LENGTH + ")",
                            SQLDataType.VARCHAR(VARCHAR_LENGTH),
                            dice -> RandomText.of(dice, VARCHAR_LENGTH),
                            TEXTUAL)
                    .probedBy(RandomText::of)
                    .orderedBy(ColumnKind::byCodePoint),
            ColumnKind.of("char(" + CHAR_LENGTH + ")", SQLDataType.CHAR(CHAR_LENGTH), ColumnKinds::padded, TEXTUAL)
                    .probedBy(dice -> RandomText.of(dice, CHAR_LENGTH + 1) + " ".repeat(dice.below(2)))
                    .storedAs(ColumnKinds::pad)
                    .orderedBy(ColumnKinds::withoutPadding),
            ColumnKind.of("integer", SQLDataType.INTEGER, Numbers::integer, SCALAR)
                    .withDefault("3", 3),
            ColumnKind.of("smallint", SQLDataType.SMALLINT, Numbers::small, SCALAR),
            BIGINT,
            ColumnKind.of("numeric", SQLDataType.NUMERIC, Numbers::decimal, SCALAR)
                    .storedAs(Numbers::plainScale),
            ColumnKind.of("numeric(9, 2)", SQLDataType.NUMERIC(9, 2), Numbers::money, SCALAR)
                    .storedAs(Numbers::cents)
                    .probedBy(Numbers::decimal)
                    .withDefault("0.5", new BigDecimal("0.50")),
            ColumnKind.of("double precision", SQLDataType.DOUBLE, Numbers::ratio, SCALAR)
                    .orderedBy(Numbers::byValue),
            ColumnKind.of("real", SQLDataType.REAL, Numbers::real, SCALAR).orderedBy(Numbers::byValue),
            ColumnKind.of("boolean", SQLDataType.BOOLEAN, dice -> dice.oneIn(2), EQUAL, ORDERED, PAGED)
                    .withDefault("true", true),
            ColumnKind.of("uuid", SQLDataType.UUID, ColumnKinds::uuid, SCALAR).orderedBy(ColumnKinds::byBits),
            ColumnKind.of("date", SQLDataType.LOCALDATE, Times::date, SCALAR).boundBy(new LocalDateBinding()),
            ColumnKind.of("time", SQLDataType.LOCALTIME(6), Times::time, SCALAR)
                    .storedAs(Times::storedTime)
                    .boundBy(new LocalTimeBinding()),
            ColumnKind.of("timestamp", SQLDataType.LOCALDATETIME(6), Times::wall, SCALAR)
                    .storedAs(Times::storedWall)
                    .boundBy(new LocalDateTimeBinding()),
            ColumnKind.of("timestamptz", SQLDataType.TIMESTAMPWITHTIMEZONE(6), Times::instant, SCALAR)
                    .storedAs(Times::storedInstant)
                    .orderedBy(Times::byInstant)
                    .boundBy(new OffsetDateTimeBinding()),
            // No order: that of documents of different kinds is PostgreSQL's own, and nobody sorts by it.
            ColumnKind.of("jsonb", SQLDataType.JSONB, RandomJson::of, EQUAL, Trait.JSONB)
                    .orderedBy((left, right) -> left.equals(right) ? 0 : 1),
            // A json has no comparison in PostgreSQL. It keeps its text as it was written.
            // blanks inside a json stay; those around it do not over REST
            ColumnKind.of("json", SQLDataType.JSON, dice -> JSON.valueOf("[ " + RandomJson.of(dice) + "]")),
            ColumnKind.of("bytea", SQLDataType.BLOB, dice -> dice.bytes(dice.below(4)), EQUAL, ORDERED)
                    .orderedBy((left, right) -> Arrays.compareUnsigned((byte[]) left, (byte[]) right)),
            ColumnKind.of("text[]", SQLDataType.CLOB.array(), RandomArray.of(String.class, RandomText::of), LIST)
                    .orderedBy(new ArrayOrder(ColumnKind::byCodePoint)),
            ColumnKind.of(
                            "integer[]",
                            SQLDataType.INTEGER.array(),
                            RandomArray.of(Integer.class, Numbers::integer),
                            LIST)
                    .orderedBy(new ArrayOrder(Comparator.comparing(Integer.class::cast))),
            ColumnKind.of("bigint[]", SQLDataType.BIGINT.array(), RandomArray.of(Long.class, Numbers::big), LIST)
                    .orderedBy(new ArrayOrder(Comparator.comparing(Long.class::cast))),
            ColumnKind.of(
                    '"' + Mood.TYPE.replace("\"", "\"\"") + '"',
                    SQLDataType.VARCHAR.asEnumDataType(Mood.class),
                    dice -> dice.pick(Mood.values()),
                    EQUAL,
                    ORDERED));

    private ColumnKinds() {}

    static List<ColumnKind> with(Trait trait) {
        return ALL.stream().filter(kind -> kind.has(trait)).toList();
    }

    private static long outOfSequence(Dice dice) {
        return dice.pick(Long.MIN_VALUE, Long.MAX_VALUE, 9_007_199_254_740_993L, 9_007_199_254_740_992L, 0L);
    }

    private static String padded(Dice dice) {
        return RandomText.cut(RandomText.of(dice) + " ".repeat(dice.below(3)), CHAR_LENGTH);
    }

    private static Object pad(Object text) {
        String given = (String) text;
        return given + " ".repeat(Math.max(0, CHAR_LENGTH - given.codePointCount(0, given.length())));
    }

    private static int withoutPadding(Object left, Object right) {
        return ColumnKind.byCodePoint(
                ((String) left).replaceAll(" +\\z", ""), ((String) right).replaceAll(" +\\z", ""));
    }

    private static UUID uuid(Dice dice) {
        return new UUID(dice.pick(0L, -1L, 1L << 62), dice.pick(0L, -1L, dice.anyLong()));
    }

    /** By bytes without sign; Java's own order of UUIDs is by signed halves. */
    private static int byBits(Object left, Object right) {
        UUID a = (UUID) left;
        UUID b = (UUID) right;
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
