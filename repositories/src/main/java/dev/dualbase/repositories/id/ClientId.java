// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import dev.dualbase.core.error.InvalidValueException;

/**
 * The number of a client in YClients, unique within a salon. It is not the internal number of a row.
 *
 * @param value the number, 1 or more
 */
public record ClientId(long value) {

    /**
     * Refuses zero and negative numbers.
     *
     * @throws InvalidValueException if it is one
     */
    public ClientId {
        if (value < 1) {
            throw new InvalidValueException("the number of a client is 1 or more");
        }
    }

    /** The client with this number. */
    public static ClientId of(long value) {
        return new ClientId(value);
    }
}
