// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

/** Null where the types forbid it, as a caller without a null checker passes it. */
final class Absent {
    private Absent() {}

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T absent() {
        return null;
    }
}
