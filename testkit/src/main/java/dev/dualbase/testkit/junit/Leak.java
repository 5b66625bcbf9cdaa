// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a test left open.
 *
 * @param source what it is, the same each time it is seen
 * @param trace how it came about, where known
 */
record Leak(Object source, String text, @Nullable Throwable trace) {
    private static final String ADVICE = """

            Close a connection where it is opened, best with try-with-resources. Wait for threads that the test starts. \
            End pools that it makes.""";

    static AssertionError asFailure(String test, List<Leak> leaks) {
        StringBuilder message = new StringBuilder(test).append(" left open:");
        leaks.forEach(leak -> message.append("\n- ").append(leak.text()));
        AssertionError failure = new AssertionError(message.append(ADVICE).toString());
        for (Leak leak : leaks) {
            if (leak.trace() != null) {
                failure.addSuppressed(leak.trace());
            }
        }
        return failure;
    }
}
