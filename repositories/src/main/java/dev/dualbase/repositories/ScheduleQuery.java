// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.STAFF_SCHEDULES;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.id.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which working days of a salon to find: {@code ScheduleQuery.between(monday, sunday).ofStaff(ids).working(true)}. What is
 * not named does not matter.
 *
 * @param staff of whom; of an empty list there is none
 * @param staffName the name that the day has for the member of staff
 * @param from the first day
 * @param to the last day, itself included
 * @param isWorking whether the day is one of work; a day that does not say so is
 */
public record ScheduleQuery(
        Optional<List<StaffId>> staff,
        Optional<String> staffName,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Boolean> isWorking) {

    /** Copies the list. */
    public ScheduleQuery {
        staff = staff.map(ids -> Collections.unmodifiableList(new ArrayList<>(ids)));
    }

    /** All days of all staff. */
    public static ScheduleQuery all() {
        return new ScheduleQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The days between two, both included. */
    public static ScheduleQuery between(LocalDate first, LocalDate last) {
        return all().startingOn(first).endingOn(last);
    }

    /** The same from this day on. */
    public ScheduleQuery startingOn(LocalDate first) {
        return new ScheduleQuery(staff, staffName, Optional.of(first), to, isWorking);
    }

    /** The same up to this day, itself included. */
    public ScheduleQuery endingOn(LocalDate last) {
        return new ScheduleQuery(staff, staffName, from, Optional.of(last), isWorking);
    }

    /** The same of these staff only. */
    public ScheduleQuery ofStaff(Collection<StaffId> ids) {
        return new ScheduleQuery(Optional.of(new ArrayList<>(ids)), staffName, from, to, isWorking);
    }

    /** The same, only of staff with this name, letter by letter. */
    public ScheduleQuery ofStaffNamed(String name) {
        return new ScheduleQuery(staff, Optional.of(name), from, to, isWorking);
    }

    /** The same, only days of work, or only days off. */
    public ScheduleQuery working(boolean works) {
        return new ScheduleQuery(staff, staffName, from, to, Optional.of(works));
    }

    boolean isOfNobody() {
        return staff.filter(List::isEmpty).isPresent();
    }

    Filter filter() {
        List<Filter> conditions = new ArrayList<>();
        staff.ifPresent(ids -> conditions.add(ByIds.in(STAFF_SCHEDULES.YCLIENTS_STAFF_ID, ids, StaffId::value)));
        staffName.ifPresent(name -> conditions.add(Filters.eq(STAFF_SCHEDULES.STAFF_NAME, name)));
        from.ifPresent(day -> conditions.add(Filters.gte(STAFF_SCHEDULES.DATE, day)));
        to.ifPresent(day -> conditions.add(Filters.lte(STAFF_SCHEDULES.DATE, day)));
        isWorking.ifPresent(works ->
                conditions.add(works ? Flags.on(STAFF_SCHEDULES.IS_WORKING) : Flags.off(STAFF_SCHEDULES.IS_WORKING)));
        return Filters.and(conditions);
    }
}
