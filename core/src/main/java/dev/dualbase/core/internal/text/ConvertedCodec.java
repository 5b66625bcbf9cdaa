// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import org.jooq.Converter;

/** The values of a column with a jOOQ converter, by the type that the database has. */
record ConvertedCodec<D, T>(TextCodec<D> stored, Converter<D, T> converter) implements TextCodec<T> {

    @Override
    public String write(T value) {
        return stored.write(converter.to(value));
    }

    @Override
    public T read(String text) {
        return converter.from(stored.read(text));
    }
}
