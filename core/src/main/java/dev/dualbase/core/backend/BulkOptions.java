// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * What a bad row does to the others of a bulk write.
 *
 * @param isolatesBadRows whether good rows are stored although others are bad
 * @param mayBeSplit whether a backend that cannot store all rows together may store them in parts
 */
public record BulkOptions(boolean isolatesBadRows, boolean mayBeSplit) {

    /**
     * All rows or none: the default. A backend that cannot promise that refuses, which concerns rows that set different
     * columns where {@link Capability#ATOMIC_MIXED_BULK} is missing.
     */
    public static BulkOptions atomic() {
        return new BulkOptions(false, false);
    }

    /**
     * All rows or none where the backend can do that, else in as few parts as it can, each all or nothing. When a part
     * fails those before it are stored, and those behind it are not.
     */
    public static BulkOptions splittable() {
        return new BulkOptions(false, true);
    }

    /**
     * Good rows are stored, each bad one is reported with its index and reason. A connection that is lost still fails the
     * whole call; nothing is stored then where the backend has {@link Capability#TRANSACTIONS}.
     */
    public static BulkOptions isolateBadRows() {
        return new BulkOptions(true, true);
    }
}
