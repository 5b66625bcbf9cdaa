// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.util.Collection;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The external text form of values: what PostgreSQL's input functions take and its output functions give (manual, chapter
 * 8), the settings DateStyle, IntervalStyle and bytea_output being the defaults. Reading takes the form in JSON too, where
 * it differs; but an array is an array literal, not a JSON array, and a document is its JSON text.
 */
public final class TextFormat {

    private TextFormat() {}

    /**
     * The codec of a column, its converter included. Finding it takes longer than using it: keep it.
     *
     * @throws dev.dualbase.core.error.UnsupportedCapabilityException naming the column, if its Java type has no text form
     */
    public static <T> TextCodec<T> of(Field<T> column) {
        return checked(column.getDataType(), Place.of(column));
    }

    /**
     * The codec of a type, for values that belong to no column.
     *
     * @throws dev.dualbase.core.error.UnsupportedCapabilityException naming the Java type, if it has no text form
     */
    public static <T> TextCodec<T> of(DataType<T> type) {
        return checked(type, Place.UNKNOWN);
    }

    /** The text that PostgreSQL reads as this value of the column. */
    public static <T> String write(Field<T> column, T value) {
        return of(column).write(value);
    }

    /** The text that PostgreSQL reads as this value of the type. */
    public static <T> String write(DataType<T> type, T value) {
        return of(type).write(value);
    }

    /**
     * The value of a text that PostgreSQL wrote.
     *
     * @throws dev.dualbase.core.error.ServerErrorException naming the column, if the text is not of its type
     */
    public static <T> T read(Field<T> column, String text) {
        return of(column).read(text);
    }

    /** Values as one array literal; {@code {}} for none. */
    public static <T> String arrayOf(DataType<T> elementType, Collection<? extends @Nullable T> values) {
        return new ArrayCodec<>(elementType.getType(), CodecLookup.forType(elementType, Place.UNKNOWN))
                .writeAll(values);
    }

    private static <T> TextCodec<T> checked(DataType<T> type, Place place) {
        return new CheckedCodec<>(CodecLookup.forType(type, place), type.getType(), place);
    }
}
