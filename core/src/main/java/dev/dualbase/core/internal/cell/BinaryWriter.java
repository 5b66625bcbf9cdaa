// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

/**
 * Writes values of one Java type.
 *
 * @param <T> the type
 */
@FunctionalInterface
interface BinaryWriter<T> {

    /** Adds the bytes that PostgreSQL reads as this value. */
    void write(T value, CellBinary out);
}
