// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a booking. A booking without any of these counts as neither deleted nor cancelled. */
public enum BookingStatus {
    /** Made, and not confirmed by the client yet. */
    ACTIVE,
    /** The client said that they will come. */
    CONFIRMED,
    /** The visit took place. */
    COMPLETED,
    /** The time of the visit is over, and nobody said whether it took place. */
    PAST,
    /** Called off by the client or the salon. */
    CANCELLED,
    /** The client did not come. */
    NO_SHOW,
    /** Deleted in YClients. */
    DELETED;

    /** The text in {@code bookings.status}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the text of {@code bookings.status}; empty for a word that is not among these. */
    public static Optional<BookingStatus> tryParse(String stored) {
        return Stream.of(values())
                .filter(status -> status.stored().equals(stored))
                .findFirst();
    }
}
