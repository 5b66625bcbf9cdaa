// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import dev.dualbase.core.flag.FlagReader;
import java.time.Duration;
import java.util.List;

/**
 * Which calls are logged. Failures always are.
 *
 * @param everyCall whether each call is, at debug level
 * @param slow from which total on a call is, as a warning
 */
public record CallLogging(boolean everyCall, Duration slow) {

    /** The flags that {@link #read} reads. */
    public static final List<String> FLAGS = List.of("LOG_DATABASE_CALLS", "DB_QUERY_LATENCY_THRESHOLD_MS");

    /** Slow calls alone, from half a second on. */
    public static CallLogging defaults() {
        return new CallLogging(false, Duration.ofMillis(500));
    }

    /** By flags, and the defaults for those that are not set. */
    public static CallLogging read(FlagReader flags) {
        CallLogging defaults = defaults();
        return new CallLogging(flags.isOn(FLAGS.get(0), defaults.everyCall), flags.millis(FLAGS.get(1), defaults.slow));
    }
}
