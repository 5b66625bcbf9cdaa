// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import org.postgresql.util.ByteConverter;

/**
 * Values in the binary format of their types (PostgreSQL manual, COPY, Binary Format; the types have theirs in the functions
 * that end in {@code recv}). Numbers have their highest byte first. For one thread.
 */
final class CellBinary extends CellBuffer {

    private static final int NULL_LENGTH = -1;

    CellBinary() {
        super(COPY_SIZE);
    }

    void int8(int number) {
        reserve(Byte.BYTES);
        bytes[length++] = (byte) number;
    }

    void int16(int number) {
        reserve(Short.BYTES);
        ByteConverter.int2(bytes, length, number);
        length += Short.BYTES;
    }

    void int32(int number) {
        reserve(Integer.BYTES);
        ByteConverter.int4(bytes, length, number);
        length += Integer.BYTES;
    }

    void int64(long number) {
        reserve(Long.BYTES);
        ByteConverter.int8(bytes, length, number);
        length += Long.BYTES;
    }

    /** A number that is not negative, by digits of that base of 16 bits each. */
    void groups(long number, int count, int base) {
        reserve(count * Short.BYTES);
        long rest = number;
        for (int i = count - 1; i >= 0; i--) {
            ByteConverter.int2(bytes, length + i * Short.BYTES, (int) (rest % base));
            rest /= base;
        }
        length += count * Short.BYTES;
    }

    void text(String text) {
        encode(text, Escaping.NONE);
    }

    void raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** A value behind its length. */
    void field(BinaryType type, Object value) {
        int start = length;
        int32(0);
        type.writer().write(value, this);
        ByteConverter.int4(bytes, start, length - start - Integer.BYTES);
    }

    /** In place of a value. */
    void nullField() {
        int32(NULL_LENGTH);
    }
}
