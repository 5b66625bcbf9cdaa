// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import dev.dualbase.core.error.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against the type of its column before anything is sent, so that the refusal names the column (a server's
 * 22001 or 22003 does not) and is the same on every backend.
 */
public final class ColumnValue {

    /** What a numeric without precision holds (PostgreSQL manual, 8.1.2). */
    private static final int MAX_NUMERIC_DIGITS = 131_072;

    private static final int MAX_NUMERIC_FRACTION = 16_383;

    private ColumnValue() {}

    /**
     * Does nothing if the column can hold the value; null is left to the database.
     *
     * @throws InvalidValueException naming the column, with the SQLSTATE a server would have used
     */
    public static void check(Field<?> column, @Nullable Object value) {
        if (value != null) {
            check(column, column.getDataType(), value);
        }
    }

    private static void check(Field<?> column, DataType<?> type, Object value) {
        if (!type.getType().isInstance(value)) {
            throw refuse(
                    column,
                    "42804",
                    "takes " + type.getType().getSimpleName() + ", not "
                            + value.getClass().getSimpleName());
        }
        checkStored(column, type, stored(type, value));
    }

    /** What becomes of a value where the column has a converter: that is what the database has to hold. */
    private static <T> @Nullable Object stored(DataType<T> type, Object value) {
        return type.getConverter().to(type.getType().cast(value));
    }

    private static void checkStored(Field<?> column, DataType<?> type, @Nullable Object value) {
        if (value instanceof Object[] elements) {
            checkElements(column, type, elements);
        } else if (value instanceof String text) {
            checkText(column, type, text);
        } else if (value instanceof BigDecimal number) {
            checkNumber(column, type, number);
        } else if (value instanceof JSONB json) {
            checkJson(column, json.data());
        } else if (value instanceof JSON json) {
            checkJson(column, json.data());
        } else if (value != null) {
            checkYear(column, value);
        }
    }

    private static void checkElements(Field<?> column, DataType<?> type, Object[] elements) {
        boolean converted = !(type.getConverter() instanceof IdentityConverter);
        DataType<?> elementType = converted ? null : type.getArrayComponentDataType();
        for (Object element : elements) {
            if (element != null && elementType != null) {
                check(column, elementType, element);
            } else if (element instanceof String text) {
                checkCharacters(column, text);
            }
        }
    }

    private static void checkText(Field<?> column, DataType<?> type, String text) {
        checkCharacters(column, text);
        int limit = type.length();
        if (limit > 0 && text.length() > limit && text.codePointCount(0, text.length()) > limit) {
            throw refuse(column, "22001", "holds at most " + limit + " characters");
        }
    }

    /** Refuses what PostgreSQL cannot store in any text: U+0000, half a surrogate pair, more than 1 GB. */
    private static void checkCharacters(Field<?> column, String text) {
        switch (Unstorable.in(text)) {
            case NUL -> throw refuse(column, "22021", "cannot hold the character U+0000");
            case LONE_SURROGATE -> throw refuse(column, "22021", "cannot hold half of a surrogate pair");
            case TOO_LARGE -> throw refuse(column, "54000", "holds at most 1 GB of text");
            case NOTHING -> {}
        }
    }

    /** Counts digits before it computes with any: a short text such as 1e999999999 is a number too. */
    private static void checkNumber(Field<?> column, DataType<?> type, BigDecimal number) {
        int precision = type.precision();
        int allowed = precision > 0 ? precision - type.scale() : MAX_NUMERIC_DIGITS;
        long digits = (long) number.precision() - number.scale();
        boolean fits = number.signum() == 0 || digits <= allowed;
        boolean rounded = precision > 0 && number.scale() > type.scale();
        if (fits && rounded && digits >= -type.scale() && number.scale() <= MAX_NUMERIC_FRACTION) {
            int scale = type.scale();
            BigDecimal stored = number.scale() == scale ? number : number.setScale(scale, RoundingMode.HALF_UP);
            fits = stored.precision() <= precision;
        }
        if (!fits) {
            throw refuse(column, "22003", "holds at most " + allowed + " digits before the decimal point");
        }
        if (number.scale() > MAX_NUMERIC_FRACTION) {
            throw refuse(column, "22003", "holds at most " + MAX_NUMERIC_FRACTION + " digits of a fraction");
        }
    }

    private static void checkJson(Field<?> column, String json) {
        checkCharacters(column, json);
        if (Unstorable.hasEscapedNul(json)) {
            throw refuse(column, "22P05", "cannot hold the character U+0000, escaped or not");
        }
    }

    private static void checkYear(Field<?> column, Object value) {
        if (value instanceof LocalDate date) {
            checkYear(column, date.getYear(), 5_874_897);
        } else if (value instanceof LocalDateTime dateTime) {
            checkYear(column, dateTime.getYear(), 294_276);
        } else if (value instanceof OffsetDateTime dateTime) {
            checkYear(column, dateTime.getYear(), 294_276);
        }
    }

    /** The ranges of the PostgreSQL manual, 8.5; the largest and smallest values of Java stand for infinity. */
    private static void checkYear(Field<?> column, int year, int last) {
        boolean infinite = Math.abs(year) == 999_999_999;
        if (!infinite && (year > last || year < -4712)) {
            throw refuse(column, "22008", "holds years from -4712 to " + last);
        }
    }

    private static InvalidValueException refuse(Field<?> column, String sqlState, String why) {
        return new InvalidValueException(
                ColumnName.of(column) + " " + why, sqlState, ColumnName.tableOf(column), column.getName());
    }
}
