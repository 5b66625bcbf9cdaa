// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.util.function.Function;

/** A codec made of its two directions. */
record PairCodec<T>(Function<T, String> writer, Function<String, T> reader) implements TextCodec<T> {

    @Override
    public String write(T value) {
        return writer.apply(value);
    }

    @Override
    public T read(String text) {
        return reader.apply(text);
    }
}
