// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.util.Optional;
import java.util.stream.Stream;

/** What a client is told about a booking. */
public enum NotificationType {
    /** The booking was made. */
    BOOKING_CREATED("booking_created"),
    /** Time, staff or services changed. */
    BOOKING_CHANGED("booking_changed"),
    /** The booking was called off. */
    BOOKING_CANCELLED("booking_cancelled"),
    /** The visit is tomorrow. */
    REMINDER_DAY_BEFORE("reminder_day_before"),
    /** The visit is in two hours. */
    REMINDER_2HOURS("reminder_2hours");

    private final String stored;

    NotificationType(String stored) {
        this.stored = stored;
    }

    /** The text in {@code booking_notifications.notification_type}. */
    public String stored() {
        return stored;
    }

    /** Reads the text of {@code booking_notifications.notification_type}; empty for a word that is not among these. */
    public static Optional<NotificationType> tryParse(String stored) {
        return Stream.of(values()).filter(type -> type.stored.equals(stored)).findFirst();
    }
}
