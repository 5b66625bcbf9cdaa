// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.check;

import java.util.HashMap;
import java.util.Map;

/** What the first contender answered is what all others must answer. */
final class Agreement {

    private final Map<String, Object> expected = new HashMap<>();
    private int compared;

    /** Takes an answer, and fails if another was given to the same question. */
    void answer(String contender, String question, Object answer) {
        Object first = expected.putIfAbsent(question, answer);
        if (first != null) {
            compared++;
            if (!first.equals(answer)) {
                throw new IllegalStateException(contender + " does not do the same as the floor: " + question
                        + "\nfloor: " + first + "\n" + contender + ": " + answer);
            }
        }
    }

    int compared() {
        return compared;
    }
}
