// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.util.Arrays;

/**
 * The text of values in UTF-8, one behind the other, escaped as its reader wants it. For one thread.
 *
 * <p>Once it would hold more than its limit it is {@linkplain #isFull full} and takes no more text; what it holds is of no use
 * then.
 */
public final class CellText {

    private static final int COPY_SIZE = 1 << 17;
    private static final int ELEMENT_SIZE = 16;
    private static final int SLICE = 1 << 10;

    /** An escaped character of ASCII takes four bytes at most, any other character less. */
    private static final int MOST_BYTES = 4;

    private static final int LONGEST_NUMBER = 20;
    private static final Escaping ELEMENT_IN_COPY = Escaping.ELEMENT.within(Escaping.COPY);
    private static final Escaping ELEMENT_IN_ELEMENT = Escaping.ELEMENT.within(Escaping.ELEMENT);

    private final Escaping ofCell;
    private final Escaping ofElement;
    private final int limit;
    private Escaping escaping;
    private byte[] bytes;
    private int length;
    private boolean full;

    private CellText(Escaping ofCell, Escaping ofElement, int size, int limit) {
        this.bytes = new byte[size];
        this.ofCell = ofCell;
        this.ofElement = ofElement;
        this.limit = limit;
        this.escaping = ofCell;
    }

    /** Lines for COPY. */
    public static CellText forCopy() {
        return new CellText(Escaping.COPY, ELEMENT_IN_COPY, COPY_SIZE, Integer.MAX_VALUE);
    }

    /**
     * An array literal.
     *
     * @param count how many elements it will have
     * @param limit how many bytes it may have
     */
    public static CellText forElements(int count, int limit) {
        return new CellText(Escaping.ELEMENT, ELEMENT_IN_ELEMENT, count * ELEMENT_SIZE, limit);
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Whether there was more than it may hold. */
    public boolean isFull() {
        return full;
    }

    /** The bytes, and perhaps others behind them; valid until the next change. */
    public byte[] bytes() {
        return bytes;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets all of it. */
    public void clear() {
        length = 0;
    }

    /** One character of ASCII as it is. */
    public void raw(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
    }

    /** Characters of ASCII as they are. */
    public void raw(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    /** A whole number. */
    void number(long number) {
        reserve(LONGEST_NUMBER);
        if (number < 0) {
            bytes[length++] = '-';
        }
        int end = length + digits(number);
        long rest = number;
        for (int i = end - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + Math.abs((int) (rest % 10)));
            rest /= 10;
        }
        length = end;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** A number that is not negative with zeros before it. */
    void padded(int number, int digits) {
        reserve(digits);
        int rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Any text that PostgreSQL can hold. */
    void text(String text) {
        if (text.length() > limit - length) {
            full = true;
            return;
        }
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + SLICE);
            reserve((to - from + 1) * MOST_BYTES);
            from = slice(text, from, to);
        }
    }

    /** Returns where it ended: behind the second half of a character, if that was the last one. */
    private int slice(String text, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i++);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xc0 | c >> 6);
                last(c);
            } else if (Character.isHighSurrogate(c) && i < text.length()) {
                supplementary(Character.toCodePoint(c, text.charAt(i++)));
            } else {
                bytes[length++] = (byte) (0xe0 | c >> 12);
                last(c >> 6);
                last(c);
            }
        }
        return i;
    }

    private void ascii(char c) {
        byte[] replacement = escaping.replacement(c);
        if (replacement == null) {
            bytes[length++] = (byte) c;
        } else {
            for (byte each : replacement) {
                bytes[length++] = each;
            }
        }
    }

    private void supplementary(int codePoint) {
        bytes[length++] = (byte) (0xf0 | codePoint >> 18);
        last(codePoint >> 12);
        last(codePoint >> 6);
        last(codePoint);
    }

    private void last(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3f);
    }

    /** Begins an element of an array in quotes, whose text is escaped for it. */
    void openElement() {
        text("\"");
        escaping = ofElement;
    }

    /** Ends it. */
    void closeElement() {
        escaping = ofCell;
        text("\"");
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            long wanted = Math.max((long) length + more, 2L * bytes.length);
            if ((long) length + more > Integer.MAX_VALUE - Long.BYTES) {
                throw new OutOfMemoryError("a row is larger than an array");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - Long.BYTES));
        }
    }
}
