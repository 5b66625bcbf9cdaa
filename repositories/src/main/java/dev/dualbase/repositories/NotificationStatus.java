// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.util.Locale;

/** How far a notice has come. One without any of these was sent by older code. */
public enum NotificationStatus {
    /** Somebody is about to send it, and nobody else will. */
    CLAIMED,
    /** It was handed to the messenger. */
    SENT,
    /** It could not be sent. */
    FAILED;

    /** The text in {@code booking_notifications.status}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
