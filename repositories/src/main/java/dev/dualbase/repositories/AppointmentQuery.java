// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.APPOINTMENTS_CACHE;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which appointments to find, and in which order: {@code AppointmentQuery.between(monday, sunday).earliestFirst()}. What is
 * not named does not matter. An appointment without a time is on no day, and comes last.
 *
 * @param from the first day, by the calendar of the salon
 * @param to the last day, itself included
 * @param status the text of {@code status}
 * @param ascending whether the earliest comes first; else the latest does
 */
public record AppointmentQuery(
        Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> status, boolean ascending) {

    /** All appointments, the latest first. */
    public static AppointmentQuery all() {
        return new AppointmentQuery(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** The appointments between two days, both included, the latest first. */
    public static AppointmentQuery between(LocalDate first, LocalDate last) {
        return all().startingOn(first).endingOn(last);
    }

    /** The same from this day on. */
    public AppointmentQuery startingOn(LocalDate first) {
        return new AppointmentQuery(Optional.of(first), to, status, ascending);
    }

    /** The same up to this day, itself included. */
    public AppointmentQuery endingOn(LocalDate last) {
        return new AppointmentQuery(from, Optional.of(last), status, ascending);
    }

    /** The same, only with this status. */
    public AppointmentQuery withStatus(String wanted) {
        return new AppointmentQuery(from, to, Optional.of(wanted), ascending);
    }

    /** The same, the earliest first. */
    public AppointmentQuery earliestFirst() {
        return new AppointmentQuery(from, to, status, true);
    }

    Filter filter(ZoneId zone) {
        List<Filter> conditions = new ArrayList<>();
        from.ifPresent(day -> conditions.add(Filters.gte(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME, start(day, zone))));
        to.ifPresent(day ->
                conditions.add(Filters.lt(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME, start(day.plusDays(1), zone))));
        status.ifPresent(text -> conditions.add(Filters.eq(APPOINTMENTS_CACHE.STATUS, text)));
        return Filters.and(conditions);
    }

    Order order() {
        return Order.by(
                ascending
                        ? Sort.asc(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME)
                        : Sort.desc(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME));
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
