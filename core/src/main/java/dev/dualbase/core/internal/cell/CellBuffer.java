// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.util.Arrays;

/** Values of many rows as bytes for the server, one behind the other. For one thread. */
public abstract sealed class CellBuffer permits CellText, CellBinary {

    /** Twice what is sent at once, so that it hardly ever has to grow. */
    static final int COPY_SIZE = 1 << 17;

    private static final int SLICE = 1 << 10;

    /** An escaped character of ASCII takes four bytes at most, any other character less. */
    private static final int MOST_BYTES = 4;

    byte[] bytes;
    int length;

    CellBuffer(int size) {
        this.bytes = new byte[size];
    }

    /** How many bytes there are. */
    public final int length() {
        return length;
    }

    /** The bytes, and perhaps others behind them; valid until the next change. */
    public final byte[] bytes() {
        return bytes;
    }

    /** Forgets all of it. */
    public final void clear() {
        length = 0;
    }

    /** Adds a text in UTF-8. */
    final void encode(String text, Escaping escaping) {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + SLICE);
            reserve((to - from + 1) * MOST_BYTES);
            from = slice(text, from, to, escaping);
        }
    }

    /** Returns where it ended: behind the second half of a character, if that was the last one. */
    private int slice(String text, int from, int to, Escaping escaping) {
        byte[] out = bytes;
        int at = length;
        int i = from;
        while (i < to) {
            char c = text.charAt(i++);
            if (c < 0x80) {
                at = ascii(c, escaping, out, at);
            } else if (c < 0x800) {
                out[at++] = (byte) (0xc0 | c >> 6);
                out[at++] = last(c);
            } else if (Character.isHighSurrogate(c) && i < text.length()) {
                at = supplementary(Character.toCodePoint(c, text.charAt(i++)), out, at);
            } else {
                out[at++] = (byte) (0xe0 | c >> 12);
                out[at++] = last(c >> 6);
                out[at++] = last(c);
            }
        }
        length = at;
        return i;
    }

    private static int ascii(char c, Escaping escaping, byte[] out, int from) {
        int at = from;
        byte[] replacement = escaping.replacement(c);
        if (replacement == null) {
            out[at++] = (byte) c;
        } else {
            for (byte each : replacement) {
                out[at++] = each;
            }
        }
        return at;
    }

    private static int supplementary(int codePoint, byte[] out, int at) {
        out[at] = (byte) (0xf0 | codePoint >> 18);
        out[at + 1] = last(codePoint >> 12);
        out[at + 2] = last(codePoint >> 6);
        out[at + 3] = last(codePoint);
        return at + 4;
    }

    private static byte last(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }

    final void reserve(int more) {
        if (bytes.length - length < more) {
            long wanted = Math.max((long) length + more, 2L * bytes.length);
            if ((long) length + more > Integer.MAX_VALUE - Long.BYTES) {
                throw new OutOfMemoryError("a row is larger than an array");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - Long.BYTES));
        }
    }
}
