// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import dev.dualbase.core.error.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jooq.ContextConverter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/**
 * What a column can hold, found out once for many values. A value that it cannot hold is refused before anything is sent, so
 * that the refusal names the column (a server's 22001 or 22003 does not) and is the same on every backend.
 */
public final class ColumnCheck {

    /** What a numeric without precision holds (PostgreSQL manual, 8.1.2). */
    private static final int MAX_NUMERIC_DIGITS = 131_072;

    private static final int MAX_NUMERIC_FRACTION = 16_383;

    /** A column of one of these types can hold every value of the type. */
    private static final Set<Class<?>> TOTAL =
            Set.of(Long.class, Integer.class, Short.class, Boolean.class, Double.class, Float.class, UUID.class);

    /** The largest and the smallest value of Java stand for infinity. */
    private static final Set<Object> INFINITE = Set.of(
            LocalDate.MAX, LocalDate.MIN, LocalDateTime.MAX, LocalDateTime.MIN, OffsetDateTime.MAX, OffsetDateTime.MIN);

    private final Field<?> column;
    private final DataType<?> type;
    private final Class<?> javaType;
    private final @Nullable ContextConverter<?, Object> converter;
    private final @Nullable ColumnCheck element;
    private final boolean isTotal;

    @SuppressWarnings("unchecked") // a value is given to the converter once it was found to be of its type
    private ColumnCheck(Field<?> column, DataType<?> type) {
        this.column = column;
        this.type = type;
        this.javaType = type.getType();
        ContextConverter<?, ?> ofType = type.getConverter();
        this.converter = ofType instanceof IdentityConverter ? null : (ContextConverter<?, Object>) ofType;
        this.element = converter == null ? ofElements(column, type) : null;
        this.isTotal = converter == null && TOTAL.contains(javaType);
    }

    private static @Nullable ColumnCheck ofElements(Field<?> column, DataType<?> type) {
        DataType<?> elements = type.getArrayComponentDataType();
        return elements == null ? null : new ColumnCheck(column, elements);
    }

    /** That of a column. */
    public static ColumnCheck of(Field<?> column) {
        return new ColumnCheck(column, column.getDataType());
    }

    /**
     * Does nothing if the column can hold the value; null is left to the database.
     *
     * @throws InvalidValueException naming the column, with the SQLSTATE a server would have used
     */
    public void check(@Nullable Object value) {
        if (value == null) {
            return;
        }
        if (!javaType.isInstance(value)) {
            throw refuse(
                    "42804",
                    "takes " + javaType.getSimpleName() + ", not "
                            + value.getClass().getSimpleName());
        }
        if (!isTotal) {
            checkStored(converter == null ? value : converter.to(value));
        }
    }

    /** What becomes of a value where the column has a converter: that is what the database has to hold. */
    private void checkStored(@Nullable Object value) {
        if (value instanceof String text) {
            checkText(text);
        } else if (value instanceof BigDecimal number) {
            checkNumber(number);
        } else if (value instanceof JSONB json) {
            checkJson(json.data());
        } else if (value instanceof JSON json) {
            checkJson(json.data());
        } else if (value instanceof Object[] elements) {
            checkElements(elements);
        } else if (value != null) {
            checkYear(value);
        }
    }

    private void checkElements(Object[] elements) {
        for (Object value : elements) {
            if (element != null) {
                element.check(value);
            } else if (value instanceof String text) {
                checkCharacters(text);
            }
        }
    }

    private void checkText(String text) {
        checkCharacters(text);
        int limit = type.length();
        if (limit > 0 && text.length() > limit && text.codePointCount(0, text.length()) > limit) {
            throw refuse("22001", "holds at most " + limit + " characters");
        }
    }

    /** Refuses what PostgreSQL cannot store in any text: U+0000, half a surrogate pair, more than 1 GB. */
    private void checkCharacters(String text) {
        switch (Unstorable.in(text)) {
            case NUL -> throw refuse("22021", "cannot hold the character U+0000");
            case LONE_SURROGATE -> throw refuse("22021", "cannot hold half of a surrogate pair");
            case TOO_LARGE -> throw refuse("54000", "holds at most 1 GB of text");
            case NOTHING -> {}
        }
    }

    /** Counts digits before it computes with any: a short text such as 1e999999999 is a number too. */
    private void checkNumber(BigDecimal number) {
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
            throw refuse("22003", "holds at most " + allowed + " digits before the decimal point");
        }
        if (number.scale() > MAX_NUMERIC_FRACTION) {
            throw refuse("22003", "holds at most " + MAX_NUMERIC_FRACTION + " digits of a fraction");
        }
    }

    private void checkJson(String json) {
        checkCharacters(json);
        if (Unstorable.hasEscapedNul(json)) {
            throw refuse("22P05", "cannot hold the character U+0000, escaped or not");
        }
    }

    private void checkYear(Object value) {
        if (value instanceof LocalDate date) {
            checkYear(date, date.getYear(), 5_874_897);
        } else if (value instanceof LocalDateTime dateTime) {
            checkYear(dateTime, dateTime.getYear(), 294_276);
        } else if (value instanceof OffsetDateTime dateTime) {
            checkYear(dateTime, dateTime.getYear(), 294_276);
        }
    }

    /** The ranges of the PostgreSQL manual, 8.5. */
    private void checkYear(Object value, int year, int last) {
        if ((year > last || year < -4712) && !INFINITE.contains(value)) {
            throw refuse("22008", "holds years from -4712 to " + last);
        }
    }

    private InvalidValueException refuse(String sqlState, String why) {
        return new InvalidValueException(
                ColumnName.of(column) + " " + why, sqlState, ColumnName.tableOf(column), column.getName());
    }
}
