// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;
import org.postgresql.util.ByteConverter;

/**
 * Reads arrays of one dimension as the server sends them in binary (PostgreSQL sources, {@code array_send}): the number of
 * dimensions, whether there is a null, the type of the elements, how many there are, the first index, and each element behind
 * its length. The driver reads them too, by way of objects that know of any type.
 *
 * @param oids what the server may call the type of the elements
 * @param newArray makes an array
 * @param element reads an element
 */
record BinaryArray(List<Integer> oids, IntFunction<@Nullable Object[]> newArray, Element element) {

    static final Map<Class<?>, BinaryArray> BY_ELEMENT = Map.of(
            Short.class,
            new BinaryArray(List.of(Oid.INT2), Short[]::new, (bytes, at, length) -> ByteConverter.int2(bytes, at)),
            Integer.class,
            new BinaryArray(List.of(Oid.INT4), Integer[]::new, (bytes, at, length) -> ByteConverter.int4(bytes, at)),
            Long.class,
            new BinaryArray(List.of(Oid.INT8), Long[]::new, (bytes, at, length) -> ByteConverter.int8(bytes, at)),
            Double.class,
            new BinaryArray(List.of(Oid.FLOAT8), Double[]::new, (bytes, at, length) -> ByteConverter.float8(bytes, at)),
            Float.class,
            new BinaryArray(List.of(Oid.FLOAT4), Float[]::new, (bytes, at, length) -> ByteConverter.float4(bytes, at)),
            Boolean.class,
            new BinaryArray(List.of(Oid.BOOL), Boolean[]::new, (bytes, at, length) -> ByteConverter.bool(bytes, at)),
            UUID.class,
            new BinaryArray(
                    List.of(Oid.UUID),
                    UUID[]::new,
                    (bytes, at, length) ->
                            new UUID(ByteConverter.int8(bytes, at), ByteConverter.int8(bytes, at + Long.BYTES))),
            String.class,
            new BinaryArray(
                    List.of(Oid.TEXT, Oid.VARCHAR),
                    String[]::new,
                    (bytes, at, length) -> new String(bytes, at, length, StandardCharsets.UTF_8)));

    private static final int OID_AT = 2 * Integer.BYTES;
    private static final int COUNT_AT = 3 * Integer.BYTES;
    private static final int ELEMENTS_AT = 5 * Integer.BYTES;

    /** Reads an element. */
    @FunctionalInterface
    interface Element {
        Object read(byte[] bytes, int at, int length);
    }

    /** The array, or null if it has several dimensions or elements of another type. */
    @Nullable
    Object read(byte[] bytes) {
        int dimensions = ByteConverter.int4(bytes, 0);
        if (dimensions > 1 || !oids.contains(ByteConverter.int4(bytes, OID_AT))) {
            return null;
        }
        @Nullable Object[] values = newArray.apply(dimensions == 0 ? 0 : ByteConverter.int4(bytes, COUNT_AT));
        int at = ELEMENTS_AT;
        for (int i = 0; i < values.length; i++) {
            int length = ByteConverter.int4(bytes, at);
            at += Integer.BYTES;
            if (length >= 0) {
                values[i] = element.read(bytes, at, length);
                at += length;
            }
        }
        return values;
    }
}
