// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.util.Arrays;

/**
 * The text of values in UTF-8, one behind the other, escaped as its reader wants it. For one thread.
 *
 * <p>Once it would hold more than its limit it is {@linkplain #isFull full} and takes no more text; what it holds is of no use
 * then.
 */
public final class CellText extends CellBuffer {

    private static final int ELEMENT_SIZE = 16;

    private static final int LONGEST_NUMBER = 20;
    private static final Escaping ELEMENT_IN_COPY = Escaping.ELEMENT.within(Escaping.COPY);
    private static final Escaping ELEMENT_IN_ELEMENT = Escaping.ELEMENT.within(Escaping.ELEMENT);

    private final Escaping ofCell;
    private final Escaping ofElement;
    private final int limit;
    private Escaping escaping;
    private boolean full;

    private CellText(Escaping ofCell, Escaping ofElement, int size, int limit) {
        super(size);
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

    /** Whether there was more than it may hold. */
    public boolean isFull() {
        return full;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
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
        encode(text, escaping);
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
}
