// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.time.BusinessClock;
import java.time.Duration;
import java.time.OffsetDateTime;

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

    /** Refuses an instant that has not come yet: what is done now would lie before it too. */
    static void requirePast(BusinessClock clock, OffsetDateTime instant) {
        if (instant.toInstant().isAfter(clock.clock().instant())) {
            throw new InvalidValueException("claims before an instant of the future are not old");
        }
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
