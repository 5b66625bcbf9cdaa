// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

/** Is told of differences, in a thread of the shadow reads. What it throws is logged. */
@FunctionalInterface
public interface ShadowListener {

    /** The other side has given another answer. */
    void differed(ShadowDifference difference);

    /** Writes names and numbers to SLF4J as warnings. */
    static ShadowListener logging() {
        return new LoggingShadowListener();
    }
}
