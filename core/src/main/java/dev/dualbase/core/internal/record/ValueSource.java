// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * Gives the values of a row.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ValueSource<X extends Exception> {

    /** Writes the values into an array of nulls, each at the place of its column in the table. */
    void writeTo(@Nullable Object[] values) throws X;
}
