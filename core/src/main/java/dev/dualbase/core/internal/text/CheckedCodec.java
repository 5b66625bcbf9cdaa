// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.ServerErrorException;
import java.time.DateTimeException;

/** Says where the server sent a text that is not of the type. */
record CheckedCodec<T>(TextCodec<T> codec, Class<T> type, Place place) implements TextCodec<T> {

    @Override
    public String write(T value) {
        return codec.write(value);
    }

    @Override
    public T read(String text) {
        try {
            return codec.read(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // the message of the cause quotes the text, so it is left out
            throw new ServerErrorException(
                    "the server sent a text that cannot be read as " + type.getSimpleName(),
                    new ErrorInfo(null, place.table(), place.column(), null, text),
                    null);
        }
    }
}
