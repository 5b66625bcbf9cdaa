// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import dev.dualbase.core.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Values of scalar columns as text and back, for what comes from outside as text: query strings and page cursors.
 * Temporal values are ISO 8601, a {@code timestamptz} needs its offset, numbers have no grouping.
 */
public final class ColumnText {

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Boolean.class, ColumnText::parseBoolean),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse));

    private ColumnText() {}

    /** Whether the values of a column have a text form here. */
    public static boolean exists(Field<?> column) {
        return PARSERS.containsKey(column.getType());
    }

    /**
     * Refuses a column whose values have no text form here: arrays, JSON, bytes and types of the database's own.
     *
     * @throws InvalidValueException naming the column
     */
    public static void require(Field<?> column) {
        Function<String, Object> parser = parserFor(column);
        assert parser != null;
    }

    /**
     * The value this text means in this column.
     *
     * @throws InvalidValueException naming the column, if the text is no value of its type or does not fit
     */
    public static <T> T parse(Field<T> column, String text) {
        T value = column.getType().cast(parseAs(column, text));
        ColumnValue.check(column, value);
        return value;
    }

    /** The text that {@link #parse} turns into this value again. */
    public static <T> String format(Field<T> column, T value) {
        parserFor(column);
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static Object parseAs(Field<?> column, String text) {
        Function<String, Object> parser = parserFor(column);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // the message of the cause quotes the text, so it is left out
            throw refuse(
                    column,
                    "22P02",
                    "cannot read the text as " + column.getType().getSimpleName());
        }
    }

    private static Function<String, Object> parserFor(Field<?> column) {
        @Nullable Function<String, Object> parser = PARSERS.get(column.getType());
        if (parser == null) {
            throw refuse(column, "0A000", "has no text form; use a typed filter");
        }
        return parser;
    }

    private static Object parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static InvalidValueException refuse(Field<?> column, String sqlState, String why) {
        return new InvalidValueException(
                ColumnName.of(column) + ": " + why, sqlState, ColumnName.tableOf(column), column.getName());
    }
}
