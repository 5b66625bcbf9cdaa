// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.type.PaddedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The values of a key in one row, equal where PostgreSQL takes them for equal: 1.0 and 1.00 are, so are 0.0 and -0.0, and
 * so is one instant with two offsets. A key with a NULL equals no other, as in a unique index.
 */
record RowKey(List<Object> values, int distinct) implements Comparable<RowKey> {

    static RowKey of(Record row, UniqueKey<?> key, int index) {
        Field<?>[] columns = key.getFieldsArray();
        Object[] values = new Object[columns.length];
        boolean hasNull = false;
        for (int i = 0; i < columns.length; i++) {
            @Nullable Object value = row.get(columns[i]);
            hasNull |= value == null;
            values[i] = value == null ? "" : normalised(columns[i], value);
        }
        return new RowKey(Arrays.asList(values), hasNull ? index : -1);
    }

    private static Object normalised(Field<?> column, Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return value;
        } else if (value instanceof BigDecimal number) {
            return stored(column.getDataType(), number).stripTrailingZeros();
        } else if (value instanceof OffsetDateTime dateTime) {
            return dateTime.toInstant().truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalDateTime dateTime) {
            return dateTime.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalTime time) {
            // the greatest is 24:00, and not the microsecond before it
            return time.equals(LocalTime.MAX) ? time : time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof Double number) {
            return number + 0.0;
        } else if (value instanceof Float number) {
            return number + 0.0f;
        } else if (value instanceof String text && PaddedText.is(column.getDataType())) {
            return PaddedText.significant(text);
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return value instanceof Object[] elements ? Arrays.asList(elements) : value;
    }

    /** A numeric(p,s) is rounded to its scale when it is stored. */
    private static BigDecimal stored(DataType<?> type, BigDecimal number) {
        return type.precision() > 0 ? number.setScale(type.scale(), RoundingMode.HALF_UP) : number;
    }

    /** Any order will do as long as it is the same everywhere; values that have none count as alike. */
    @Override
    public int compareTo(RowKey other) {
        for (int i = 0; i < values.size(); i++) {
            int order = compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(distinct, other.distinct);
    }

    /** Nothing of the values: they are data. */
    @Override
    public String toString() {
        return "RowKey of " + values.size() + " columns";
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of one class
    private static int compare(Object left, Object right) {
        return left instanceof Comparable comparable && left.getClass() == right.getClass()
                ? comparable.compareTo(right)
                : 0;
    }
}
