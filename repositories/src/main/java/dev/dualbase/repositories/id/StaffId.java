// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import dev.dualbase.core.error.InvalidValueException;

/**
 * The number of a member of staff in YClients, unique within a salon. It is not the internal number of a row.
 *
 * @param value the number, 1 or more
 */
public record StaffId(long value) {

    /**
     * Refuses zero and negative numbers.
     *
     * @throws InvalidValueException if it is one
     */
    public StaffId {
        if (value < 1) {
            throw new InvalidValueException("the number of a member of staff is 1 or more");
        }
    }

    /** The member of staff with this number. */
    public static StaffId of(long value) {
        return new StaffId(value);
    }
}
