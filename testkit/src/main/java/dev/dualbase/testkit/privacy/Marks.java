// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Marked values by type, each of which is found by a text that no message has by chance. */
final class Marks {
    /** In texts, documents and elements. */
    static final String TEXT = "MARKED-7f3a";

    private static final long LONG = 73_004_159_265_350L;
    private static final int INTEGER = 1_907_304_150;
    private static final String DECIMAL = "73104159";
    private static final double DOUBLE = 73_204_159_264.5;
    private static final UUID BITS = UUID.fromString("a5a5b6b6-c7c7-4d8d-9e9e-000000000000");
    private static final LocalDate DAY = LocalDate.of(1907, 3, 11);
    private static final LocalTime TIME = LocalTime.of(3, 7, 41, 592_653_000);

    private static final Map<Class<?>, IntFunction<Object>> BY_TYPE = Map.ofEntries(
            Map.entry(Long.class, number -> LONG + number),
            Map.entry(Integer.class, number -> INTEGER + number),
            Map.entry(BigInteger.class, number -> BigInteger.valueOf(LONG + number)),
            Map.entry(Double.class, number -> DOUBLE + number / 8.0),
            Map.entry(
                    UUID.class,
                    number -> new UUID(BITS.getMostSignificantBits(), BITS.getLeastSignificantBits() + number)),
            Map.entry(LocalDate.class, DAY::plusDays),
            Map.entry(LocalTime.class, number -> TIME.plusNanos(number * 1000L)),
            Map.entry(LocalDateTime.class, number -> DAY.plusDays(number).atTime(TIME)),
            Map.entry(
                    OffsetDateTime.class,
                    number -> DAY.plusDays(number).atTime(TIME).atOffset(ZoneOffset.UTC)),
            Map.entry(byte[].class, number -> text(number).getBytes(StandardCharsets.UTF_8)),
            Map.entry(JSON.class, number -> JSON.json(document(number))),
            Map.entry(JSONB.class, number -> JSONB.jsonb(document(number))));

    private Marks() {}

    /** What to look for. */
    static MarkedValues all() {
        return MarkedValues.of(
                TEXT,
                HexFormat.of().formatHex(TEXT.getBytes(StandardCharsets.UTF_8)),
                "7300415926535",
                "190730415",
                DECIMAL,
                "73204159264",
                "7.3204159264",
                "a5a5b6b6-c7c7",
                "1907-03-",
                "03:07:41.59");
    }

    static String text(int number) {
        return TEXT + "-" + number;
    }

    static String document(int number) {
        return "{\"" + TEXT + "\": [\"" + text(number) + "\", " + (LONG + number) + "]}";
    }

    /** The value of a column in the row of a number, null for a column that cannot carry a mark. */
    static @Nullable Object in(Field<?> column, int number) {
        return column.getDataType().readonly() ? null : of(column.getDataType(), number);
    }

    private static @Nullable Object of(DataType<?> type, int number) {
        Class<?> java = type.getType();
        if (java == String.class) {
            return type.length() > 0 && type.length() < text(number).length() ? null : text(number);
        } else if (java == BigDecimal.class) {
            return decimal(type, number);
        } else if (java.isArray() && java != byte[].class) {
            return array(type, number);
        }
        @Nullable IntFunction<Object> known = BY_TYPE.get(java);
        return known == null ? null : known.apply(number);
    }

    private static @Nullable Object decimal(DataType<?> type, int number) {
        boolean fits = type.precision() == 0 || type.precision() - type.scale() >= DECIMAL.length();
        BigDecimal fraction = BigDecimal.valueOf(number, Math.min(1, type.scale()));
        return fits ? new BigDecimal(DECIMAL).add(fraction) : null;
    }

    private static @Nullable Object array(DataType<?> type, int number) {
        @Nullable DataType<?> elements = type.getArrayComponentDataType();
        @Nullable Object element = elements == null ? null : of(elements, number);
        if (elements == null || element == null) {
            return null;
        }
        Object array = Array.newInstance(elements.getType(), 1);
        Array.set(array, 0, element);
        return array;
    }
}
