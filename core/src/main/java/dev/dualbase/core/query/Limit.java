// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import dev.dualbase.core.error.InvalidValueException;

/**
 * A bound on the rows of a read. A limit of 0 means no row, and is answered without asking the server. An offset needs a
 * limit, so there is no offset alone.
 *
 * @param rows how many rows at most, 0 or more; what a repository allows at most is its own setting
 * @param offset how many rows to leave out first, 0 or more
 */
public record Limit(int rows, long offset) {

    /**
     * Refuses negative numbers.
     *
     * @throws InvalidValueException SQLSTATE 2201W for the limit, 2201X for the offset
     */
    public Limit {
        if (rows < 0) {
            throw new InvalidValueException("a limit cannot be negative", "2201W", null, null);
        }
        if (offset < 0) {
            throw new InvalidValueException("an offset cannot be negative", "2201X", null, null);
        }
    }

    /** The first rows. */
    public static Limit of(int rows) {
        return new Limit(rows, 0);
    }

    /** The first rows after those left out. */
    public static Limit of(int rows, long offset) {
        return new Limit(rows, offset);
    }

    /** The same with room for one more row, to see whether there is one. */
    public Limit plusOne() {
        return new Limit(Math.addExact(rows, 1), offset);
    }
}
