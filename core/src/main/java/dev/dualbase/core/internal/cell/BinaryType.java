// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/**
 * How the values of a Java type reach the server in binary. The server reads them as the same type as the text of
 * {@link CellType}.
 *
 * @param oid the server's number of the type, by which an array names that of its elements; 0 if each database has its own
 * @param writer writes the bytes
 */
record BinaryType(int oid, BinaryWriter<Object> writer) {

    private static final int JSONB_VERSION = 1;
    private static final int FIRST_INDEX = 1;

    private static final Map<Class<?>, BinaryType> SCALARS = Stream.of(
                    entry(Long.class, Oid.INT8, (number, out) -> out.int64(number)),
                    entry(Integer.class, Oid.INT4, (number, out) -> out.int32(number)),
                    entry(Short.class, Oid.INT2, (number, out) -> out.int16(number)),
                    entry(BigDecimal.class, Oid.NUMERIC, NumericBinary::write),
                    entry(Double.class, Oid.FLOAT8, (number, out) -> out.int64(Double.doubleToLongBits(number))),
                    entry(Float.class, Oid.FLOAT4, (number, out) -> out.int32(Float.floatToIntBits(number))),
                    entry(Boolean.class, Oid.BOOL, (truth, out) -> out.int8(truth ? 1 : 0)),
                    entry(UUID.class, Oid.UUID, BinaryType::uuid),
                    entry(String.class, Oid.TEXT, (text, out) -> out.text(text)),
                    entry(JSONB.class, Oid.JSONB, BinaryType::jsonb),
                    entry(JSON.class, Oid.JSON, (json, out) -> out.text(json.data())),
                    entry(byte[].class, Oid.BYTEA, (bytes, out) -> out.raw(bytes)),
                    entry(LocalDate.class, Oid.DATE, TimeBinary::date),
                    entry(LocalDateTime.class, Oid.TIMESTAMP, TimeBinary::wall),
                    entry(OffsetDateTime.class, Oid.TIMESTAMPTZ, TimeBinary::instant),
                    entry(LocalTime.class, Oid.TIME, TimeBinary::time))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @SuppressWarnings("unchecked") // values were checked against the type of their column
    private static <T> Map.Entry<Class<?>, BinaryType> entry(Class<T> type, int oid, BinaryWriter<T> writer) {
        return Map.entry(type, new BinaryType(oid, (BinaryWriter<Object>) writer));
    }

    private static void uuid(UUID uuid, CellBinary out) {
        out.int64(uuid.getMostSignificantBits());
        out.int64(uuid.getLeastSignificantBits());
    }

    private static void jsonb(JSONB json, CellBinary out) {
        out.int8(JSONB_VERSION);
        out.text(json.data());
    }

    /** Null for a type whose values go as text. */
    static @Nullable BinaryType of(Class<?> type) {
        if (SCALARS.containsKey(type)) {
            return SCALARS.get(type);
        } else if (type.isArray()) {
            BinaryType element = of(type.getComponentType());
            return element == null || element.oid == 0 ? null : arrayOf(element);
        } else if (EnumType.class.isAssignableFrom(type)) {
            return new BinaryType(0, (value, out) -> out.text(((EnumType) value).getLiteral()));
        }
        return null;
    }

    private static BinaryType arrayOf(BinaryType element) {
        return new BinaryType(0, (values, out) -> writeAll((Object[]) values, element, out));
    }

    /** The number of dimensions, whether there is a null, the type of the elements, and where the dimension begins and ends. */
    private static void writeAll(@Nullable Object[] values, BinaryType element, CellBinary out) {
        out.int32(values.length == 0 ? 0 : 1);
        out.int32(hasNull(values) ? 1 : 0);
        out.int32(element.oid);
        if (values.length > 0) {
            out.int32(values.length);
            out.int32(FIRST_INDEX);
        }
        for (Object value : values) {
            if (value == null) {
                out.nullField();
            } else {
                out.field(element, value);
            }
        }
    }

    private static boolean hasNull(@Nullable Object[] values) {
        for (Object value : values) {
            if (value == null) {
                return true;
            }
        }
        return false;
    }
}
