// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/** Is told when a pool is too small, in the thread of a caller: it should be quick. What it throws is logged. */
@FunctionalInterface
public interface PoolListener {

    /**
     * All connections were in use, and a caller waited a second or longer, or in vain. A full pool for which nobody waits is
     * well. Told at most once in five minutes.
     *
     * @param backend the id of the backend
     * @param stats the pool right now
     * @param period these ten seconds so far
     */
    void starved(String backend, PoolStats stats, PoolPeriod period);

    /** Writes to SLF4J as a warning. */
    static PoolListener logging() {
        return new LoggingPoolListener();
    }
}
