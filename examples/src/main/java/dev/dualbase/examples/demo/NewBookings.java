// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.NotificationType;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.BookingsRecord;
import java.time.LocalDate;

/** Bookings made by the assistant: booking, cache and notice in one transaction, or none of them. */
final class NewBookings {

    static final int BOOKINGS = 30;
    private static final long FIRST_RECORD = 7_000;

    private final Salon salon;
    private final boolean claimsWithin;

    NewBookings(Salon salon) {
        this.salon = salon;
        this.claimsWithin = salon.backend().capabilities().supports(Capability.TRANSACTIONS);
    }

    void run() {
        if (!claimsWithin) {
            refused();
        }
        for (int i = 0; i < BOOKINGS; i++) {
            book(i);
        }
        long stored = salon.repositories().bookings().count(salon.company(), Filters.everyRow());
        salon.expect("bookings after the day", (long) SalonData.BOOKINGS + BOOKINGS, stored);
        abandon();
    }

    private void book(int i) {
        long record = FIRST_RECORD + i;
        salon.repositories().useTransaction(() -> {
            write(record, i);
            if (claimsWithin) {
                claim(record, i);
            }
        });
        if (!claimsWithin) {
            claim(record, i);
        }
    }

    /** A claim is answered at once, which the writes of a transaction that is sent at its end are not. */
    private void refused() {
        salon.expectations()
                .fails(
                        "a claim within a transaction",
                        UnsupportedCapabilityException.class,
                        () -> salon.repositories().withTransaction(() -> {
                            claim(FIRST_RECORD, 0);
                            return "claimed";
                        }));
    }

    private void write(long record, int client) {
        SalonRepositories into = salon.repositories();
        LocalDate tomorrow = salon.clock().at(salon.company()).today().plusDays(1);
        BookingsRecord booking = salon.data().booking(record, client, tomorrow, "active");
        booking.setCreatedByBot(true);
        into.bookings().upsert(salon.company(), booking);
        into.appointmentsCache().upsert(salon.company(), salon.data().appointment(record, client));
    }

    private void claim(long record, int client) {
        boolean claimed = salon.repositories()
                .bookingNotifications()
                .claim(
                        salon.company(),
                        RecordId.of(record),
                        NotificationType.BOOKING_CREATED,
                        SalonData.phone(client),
                        "Вы записаны")
                .isPresent();
        salon.expect("notice of a new booking claimed", true, claimed);
    }

    /** The host fails after its writes: nothing of them may stay. */
    private void abandon() {
        RecordId record = RecordId.of(FIRST_RECORD + BOOKINGS);
        try {
            salon.repositories().useTransaction(() -> {
                write(record.value(), 1);
                throw new IllegalStateException("the host changed its mind");
            });
        } catch (IllegalStateException expected) {
            var booking = salon.repositories().bookings().findByRecordId(salon.company(), record);
            salon.expect("booking of a failed transaction", false, booking.isPresent());
        }
    }
}
