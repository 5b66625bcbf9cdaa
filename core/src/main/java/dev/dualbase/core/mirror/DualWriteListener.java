// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

/** Is told what the host should know of a dual write, in the thread of the replay. What it throws is logged. */
public interface DualWriteListener {

    /** The rate of failures or the age of the oldest note has gone above its bound. Told once, until it is back. */
    default void alarmed(DualWriteStats stats) {}

    /** Both are within their bounds again. */
    default void recovered(DualWriteStats stats) {}

    /** The other side has refused a row for the fifth time; it is tried again. */
    default void rowFailed(RowFailure failure) {}

    /** Writes all of it to SLF4J as warnings. */
    static DualWriteListener logging() {
        return new LoggingDualWriteListener();
    }
}
