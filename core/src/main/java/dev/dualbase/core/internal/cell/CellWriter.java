// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

/**
 * Writes values of one Java type.
 *
 * @param <T> the type
 */
@FunctionalInterface
interface CellWriter<T> {

    /** Adds the text that PostgreSQL reads as this value. */
    void write(T value, CellText out);
}
