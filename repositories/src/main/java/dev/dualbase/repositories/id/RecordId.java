// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import dev.dualbase.core.error.InvalidValueException;

/**
 * The number of a booking record in YClients, unique within a salon. It is not the internal number of a row.
 *
 * @param value the number, 1 or more
 */
public record RecordId(long value) {

    /**
     * Refuses zero and negative numbers.
     *
     * @throws InvalidValueException if it is one
     */
    public RecordId {
        if (value < 1) {
            throw new InvalidValueException("the number of a booking record is 1 or more");
        }
    }

    /** The booking record with this number. */
    public static RecordId of(long value) {
        return new RecordId(value);
    }
}
