// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Is told of every finished call, in the thread of the caller: it should be quick. What it throws is logged and not passed
 * on.
 */
@FunctionalInterface
public interface CallListener {

    /** A call has finished. */
    void finished(CallEvent event);

    /**
     * Writes to the logger {@code dev.dualbase.calls}: slow calls and failures as warnings, all others at
     * debug level, and so are calls that their own caller cancelled, however long they took.
     *
     * @param slow from which total on a call counts as slow
     */
    static CallListener logging(Duration slow) {
        CallLogging settings = new CallLogging(true, slow);
        return logging(() -> settings);
    }

    /**
     * The same by settings that may change at run time.
     *
     * @param settings asked at each call, such as {@code watch::current} of a {@link dev.dualbase.core.flag.FlagWatch}
     */
    static CallListener logging(Supplier<CallLogging> settings) {
        return new LoggingListener(settings);
    }
}
