// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.EventConstants;

/** The logger that {@code LOG_DATABASE_CALLS} is about, which is off in tests. */
final class CallsLogger {

    /** What is done while it is on. */
    interface Step {
        void run() throws Exception;
    }

    private CallsLogger() {}

    static void whileOn(Step step) throws Exception {
        level(EventConstants.DEBUG_INT);
        try {
            step.run();
        } finally {
            level(EventConstants.WARN_INT);
        }
    }

    /** SLF4J's simple logger takes its level from a file at the start; nothing but its field can change it. */
    private static void level(int level) throws ReflectiveOperationException {
        Logger logger = LoggerFactory.getLogger("dev.dualbase.calls");
        var field = logger.getClass().getDeclaredField("currentLogLevel");
        field.setAccessible(true);
        field.setInt(logger, level);
    }
}
