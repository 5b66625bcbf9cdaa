// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.util.Locale;

/** How far the reminders of a visit have come. */
public enum ReminderStatus {
    /** There is something left to send. */
    PENDING,
    /** All is sent. */
    SENT,
    /** The visit does not take place: nothing is due any more. */
    CANCELLED,
    /** A reminder could not be sent. */
    FAILED;

    /** The text in {@code reminders.status}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
