// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.compare;

import java.util.List;

/**
 * A question to which two backends did not give the same answer. Names only, never a value of a row.
 *
 * @param operation the question
 * @param differences where the answers differ, such as {@code row 2, column phone: the values differ}; or who failed with
 *     what
 */
public record Disagreement(String operation, List<String> differences) {
    /** Copies the list. */
    public Disagreement {
        differences = List.copyOf(differences);
    }

    /** The operation, and a line for each difference. */
    @Override
    public String toString() {
        return operation + ":\n  " + String.join("\n  ", differences);
    }
}
