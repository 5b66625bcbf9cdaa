// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.time.BusinessClock;
import java.time.Duration;

/** A span of time that begins or ends now. */
final class Window {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Window() {}

    /** The clock as it was when the window began. */
    static BusinessClock before(BusinessClock clock, Duration length) {
        return offset(clock, require(length).negated());
    }

    /** The clock as it will be when the window ends. */
    static BusinessClock after(BusinessClock clock, Duration length) {
        return offset(clock, require(length));
    }

    private static BusinessClock offset(BusinessClock clock, Duration by) {
        return BusinessClock.fixed(clock.clock().instant().plus(by), clock.zone());
    }

    private static Duration require(Duration length) {
        if (length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("a window of time lasts from 0 to " + LONGEST.toDays() + " days");
        }
        return length;
    }
}
