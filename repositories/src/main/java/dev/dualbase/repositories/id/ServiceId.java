// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import dev.dualbase.core.error.InvalidValueException;

/**
 * The number of a service in YClients, unique within a salon. It is not the internal number of a row.
 *
 * @param value the number, 1 or more
 */
public record ServiceId(long value) {

    /**
     * Refuses zero and negative numbers.
     *
     * @throws InvalidValueException if it is one
     */
    public ServiceId {
        if (value < 1) {
            throw new InvalidValueException("the number of a service is 1 or more");
        }
    }

    /** The service with this number. */
    public static ServiceId of(long value) {
        return new ServiceId(value);
    }
}
