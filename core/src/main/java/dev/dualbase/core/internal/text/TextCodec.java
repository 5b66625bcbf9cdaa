// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

/**
 * The text form of the values of one type. It keeps no state, so threads may share one.
 *
 * @param <T> the Java type of the values
 */
public interface TextCodec<T> {

    /** The text that PostgreSQL reads as this value. */
    String write(T value);

    /**
     * The value of a text that PostgreSQL wrote.
     *
     * @throws dev.dualbase.core.error.ServerErrorException naming the column, if the text is not of its type
     */
    T read(String text);
}
