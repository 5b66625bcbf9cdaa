// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import org.jooq.ContextConverter;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a jOOQ type. */
final class CodecLookup {

    private CodecLookup() {}

    static <T> TextCodec<T> forType(DataType<T> type, Place place) {
        ContextConverter<?, T> converter = type.getConverter();
        if (!(converter instanceof IdentityConverter)) {
            return converted(converter, place);
        }
        DataType<?> element = type.getArrayComponentDataType();
        return element == null ? forClass(type.getType(), place) : arrayOf(forType(element, place), type.getType());
    }

    private static <D, T> TextCodec<T> converted(ContextConverter<D, T> converter, Place place) {
        return new ConvertedCodec<>(forClass(converter.fromType(), place), converter);
    }

    @SuppressWarnings("unchecked") // each entry of the maps is of the type that is its key
    private static <T> TextCodec<T> forClass(Class<T> type, Place place) {
        @Nullable TextCodec<?> known = ScalarText.BY_TYPE.get(type);
        if (known == null) {
            known = TimeText.BY_TYPE.get(type);
        }
        if (known == null && EnumType.class.isAssignableFrom(type) && type.isEnum()) {
            known = EnumText.codec(type.asSubclass(EnumType.class));
        }
        if (known == null && type.isArray()) {
            known = arrayOf(forClass(type.getComponentType(), place), type);
        }
        if (known == null) {
            throw place.refuse(type);
        }
        return (TextCodec<T>) known;
    }

    @SuppressWarnings("unchecked") // the codec is that of the array's elements
    private static <E, T> TextCodec<T> arrayOf(TextCodec<E> element, Class<T> arrayType) {
        Class<E> elementType = (Class<E>) arrayType.getComponentType();
        return (TextCodec<T>) new ArrayCodec<>(elementType, element);
    }
}
