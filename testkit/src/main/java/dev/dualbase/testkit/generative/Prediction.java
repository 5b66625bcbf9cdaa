// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a write must do.
 *
 * @param inserted rows that are new
 * @param updated rows that were there and are written
 * @param rows the written rows
 * @param after all rows then, if it does not fail
 * @param failures the SQLSTATEs it may fail with, of which it must fail with one; empty if it must not fail
 * @param badRows the places of rows that are left out
 * @param unclear whether the outcome depends on the order in which the database writes the rows
 */
record Prediction(
        long inserted,
        long updated,
        List<Row> rows,
        List<Row> after,
        Set<String> failures,
        SortedSet<Integer> badRows,
        boolean unclear) {
    /** The same for a write whose outcome does not depend on the order of its rows. */
    Prediction inAnyOrder() {
        return new Prediction(inserted, updated, rows, after, failures, badRows, false);
    }
}
