// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Array literals. Every element is quoted, so that none is taken for a delimiter or for NULL. */
record ArrayCodec<E>(Class<E> elementType, TextCodec<E> element) implements TextCodec<E[]> {

    private static final String EMPTY = "{}";

    @Override
    public String write(E[] values) {
        return writeAll(Arrays.asList(values));
    }

    String writeAll(Collection<? extends @Nullable E> values) {
        StringBuilder literal = new StringBuilder("{");
        boolean empty = true;
        for (@Nullable E value : values) {
            String text = value == null ? "NULL" : element.write(value);
            empty &= isNested() && text.equals(EMPTY);
            literal.append(literal.length() > 1 ? "," : "");
            if (value == null || isNested()) {
                literal.append(text);
            } else {
                appendQuoted(literal, text);
            }
        }
        // PostgreSQL has no array of empty arrays
        return empty ? EMPTY : literal.append('}').toString();
    }

    private boolean isNested() {
        return element instanceof ArrayCodec;
    }

    private static void appendQuoted(StringBuilder literal, String text) {
        literal.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        literal.append('"');
    }

    @Override
    public E[] read(String text) {
        ArrayScanner scanner = new ArrayScanner(text);
        E[] values = readLevel(scanner);
        scanner.end();
        return values;
    }

    @SuppressWarnings("unchecked") // made of the element type
    private E[] readLevel(ArrayScanner scanner) {
        List<@Nullable E> values = new ArrayList<>();
        scanner.open();
        if (!scanner.skipClose()) {
            do {
                values.add(readElement(scanner));
            } while (scanner.hasNext());
        }
        return values.toArray((E[]) Array.newInstance(elementType, 0));
    }

    private @Nullable E readElement(ArrayScanner scanner) {
        if (element instanceof ArrayCodec<?> nested) {
            return elementType.cast(nested.readLevel(scanner));
        }
        @Nullable String text = scanner.element();
        return text == null ? null : element.read(text);
    }
}
