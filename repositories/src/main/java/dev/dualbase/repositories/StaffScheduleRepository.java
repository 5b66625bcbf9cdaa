// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.STAFF_SCHEDULES;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When the staff of a salon work, one row for a person and a day. All days are the salon's own. A day whose
 * {@code is_working} or {@code has_booking_slots} is NULL counts as true, because that is their default.
 */
public final class StaffScheduleRepository extends TenantRepository<StaffSchedulesRecord> {

    private static final Order BY_DATE = Order.by(Sort.asc(STAFF_SCHEDULES.DATE), Sort.asc(STAFF_SCHEDULES.ID));

    /** The schedules that a backend holds. */
    public StaffScheduleRepository(Backend backend) {
        super(backend, STAFF_SCHEDULES, STAFF_SCHEDULES.COMPANY_ID);
    }

    /**
     * The days that a query names, by date.
     *
     * @throws dev.dualbase.core.error.ResultTooLargeException if there are more than the maximum of {@link #findMany}
     */
    public List<StaffSchedulesRecord> find(CompanyId salon, ScheduleQuery query) {
        Filter wanted = within(salon, query.filter());
        return query.isOfNobody() ? List.of() : rows(salon, "find").findMany(wanted, BY_DATE);
    }

    /** The first of the days that a query names, by date. */
    public List<StaffSchedulesRecord> find(CompanyId salon, ScheduleQuery query, Limit limit) {
        Filter wanted = within(salon, query.filter());
        return query.isOfNobody() ? List.of() : rows(salon, "find").findMany(wanted, BY_DATE, limit);
    }

    /** The day of one person. */
    public Optional<StaffSchedulesRecord> findOne(CompanyId salon, StaffId member, LocalDate date) {
        return rows(salon, "findOne").findOne(within(salon, of(member), Filters.eq(STAFF_SCHEDULES.DATE, date)));
    }

    /** The day of all staff, working or not, by internal number. */
    public List<StaffSchedulesRecord> findByDate(CompanyId salon, LocalDate date) {
        return rows(salon, "findByDate").findMany(within(salon, Filters.eq(STAFF_SCHEDULES.DATE, date)));
    }

    /** The days between two, both included, on which a person works and has a free slot, by date. */
    public List<StaffSchedulesRecord> workingDays(CompanyId salon, StaffId member, LocalDate from, LocalDate to) {
        Filter free = Flags.on(STAFF_SCHEDULES.IS_WORKING).and(Flags.on(STAFF_SCHEDULES.HAS_BOOKING_SLOTS));
        Filter days = Filters.between(STAFF_SCHEDULES.DATE, from, to);
        return rows(salon, "workingDays").findMany(within(salon, of(member), days, free), BY_DATE);
    }

    /**
     * Stores a day, or writes the columns that were set to the row of the same person and day.
     *
     * @return the day as it is now
     */
    @CanIgnoreReturnValue
    public StaffSchedulesRecord upsert(CompanyId salon, StaffSchedulesRecord day) {
        return upsert(salon, day, Keys.STAFF_SCHEDULES_STAFF_DATE_KEY);
    }

    /** {@link #upsert} of any number of days; of two for the same person and day the last wins, column by column. */
    @CanIgnoreReturnValue
    public BulkResult bulkUpsert(CompanyId salon, Collection<StaffSchedulesRecord> days, BulkOptions options) {
        return bulkUpsert(salon, days, Keys.STAFF_SCHEDULES_STAFF_DATE_KEY, options);
    }

    /** Deletes the days before this one, and says how many there were. */
    @CanIgnoreReturnValue
    public long deleteOlderThan(CompanyId salon, LocalDate firstKept) {
        return rows(salon, "deleteOlderThan").deleteWhere(within(salon, Filters.lt(STAFF_SCHEDULES.DATE, firstKept)));
    }

    private static Filter of(StaffId member) {
        return Filters.eq(STAFF_SCHEDULES.YCLIENTS_STAFF_ID, member.value());
    }
}
