// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * What a bad row does to the others of a bulk write.
 *
 * @param isolatesBadRows whether good rows are stored although others are bad
 */
public record BulkOptions(boolean isolatesBadRows) {

    /** All rows or none: the default. */
    public static BulkOptions atomic() {
        return new BulkOptions(false);
    }

    /**
     * Good rows are stored, each bad one is reported with its index and reason. A connection that is lost still fails the
     * whole call, and nothing is stored then.
     */
    public static BulkOptions isolateBadRows() {
        return new BulkOptions(true);
    }
}
