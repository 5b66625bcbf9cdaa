// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import java.time.Duration;

/**
 * Is told of every finished call, in the thread of the caller: it should be quick. What it throws is logged and not passed
 * on.
 */
@FunctionalInterface
public interface CallListener {

    /** A call has finished. */
    void finished(CallEvent event);

    /**
     * Writes to SLF4J: slow calls and failures as warnings, all others at debug level.
     *
     * @param slow from which total on a call counts as slow
     */
    static CallListener logging(Duration slow) {
        return new LoggingListener(slow);
    }
}
