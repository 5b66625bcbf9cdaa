// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.compare;

import dev.dualbase.core.backend.Backend;
import org.jspecify.annotations.Nullable;

/** What both sides are asked. */
@FunctionalInterface
public interface Question {
    /**
     * Asks one side.
     *
     * @throws Exception if it gives no answer, which is a disagreement
     */
    @Nullable
    Object ask(Backend backend) throws Exception;
}
