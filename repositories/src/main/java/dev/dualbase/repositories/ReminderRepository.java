// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.repositories.schema.Tables.REMINDERS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.time.BusinessClock;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.RemindersRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.TableField;

/**
 * Reminders of visits: one the day before, one shortly before. {@code appointment_datetime} is what the clock on the
 * salon's wall shows. Workers find what is due, claim it, and send only what they could claim; a reminder is claimed
 * once and for all. Nothing is due of a cancelled visit.
 */
public final class ReminderRepository extends TenantRepository<RemindersRecord> {

    private static final Order SOONEST_FIRST = Order.by(Sort.asc(REMINDERS.APPOINTMENT_DATETIME));
    private static final Filter TAKES_PLACE = ne(REMINDERS.STATUS, ReminderStatus.CANCELLED.stored());

    private final SalonClock clock;

    /** The reminders that a backend holds, by the clocks of their salons. */
    public ReminderRepository(Backend backend, SalonClock clock) {
        super(backend, REMINDERS, REMINDERS.COMPANY_ID);
        this.clock = clock;
    }

    /** The salon's reminders of the booking with this number. */
    public Optional<RemindersRecord> findByRecordId(CompanyId company, RecordId record) {
        return rows(company, "findByRecordId").findOne(within(company, isRecord(record)));
    }

    /**
     * Visits of tomorrow on the salon's calendar whose reminder of the day before nobody claimed, the earliest first.
     */
    public List<RemindersRecord> findDueDayBefore(CompanyId company, Limit limit) {
        LocalDate tomorrow = clock.at(company).today().plusDays(1);
        Filter due = between(tomorrow.atStartOfDay(), tomorrow.plusDays(1).atStartOfDay());
        return rows(company, "findDueDayBefore")
                .findMany(within(company, due, isUnclaimed(REMINDERS.DAY_BEFORE_SENT)), SOONEST_FIRST, limit);
    }

    /**
     * Visits that start within a while from now, and whose reminder shortly before nobody claimed, the earliest first.
     *
     * @param ahead how long before a visit its reminder is due
     */
    public List<RemindersRecord> findDueHourBefore(CompanyId company, Duration ahead, Limit limit) {
        BusinessClock now = clock.at(company);
        Filter due = between(now.now(), Window.after(now, ahead).now());
        return rows(company, "findDueHourBefore")
                .findMany(within(company, due, isUnclaimed(REMINDERS.HOUR_BEFORE_SENT)), SOONEST_FIRST, limit);
    }

    /**
     * Claims the reminder of the day before. Of any number of callers exactly one gets true, and should send it now.
     */
    public boolean claimDayBefore(CompanyId company, long id) {
        RemindersRecord claim = newRecord()
                .setDayBeforeSent(true)
                .setDayBeforeSentAt(clock.at(company).instant());
        return updateOne("claimDayBefore", company, hasId(id).and(isUnclaimed(REMINDERS.DAY_BEFORE_SENT)), claim);
    }

    /** Claims the reminder shortly before. Of any number of callers exactly one gets true, and should send it now. */
    public boolean claimHourBefore(CompanyId company, long id) {
        RemindersRecord claim = newRecord()
                .setHourBeforeSent(true)
                .setHourBeforeSentAt(clock.at(company).instant());
        return updateOne("claimHourBefore", company, hasId(id).and(isUnclaimed(REMINDERS.HOUR_BEFORE_SENT)), claim);
    }

    /** Says that the client will come; false if the salon has no reminders of this booking. */
    public boolean confirm(CompanyId company, RecordId record) {
        RemindersRecord changes = newRecord().setDayBeforeConfirmed(true);
        return updateOne("confirm", company, isRecord(record), changes);
    }

    /** Says where the reminders of a booking are; false if the salon has none of it. */
    public boolean updateStatus(CompanyId company, RecordId record, ReminderStatus status) {
        RemindersRecord changes = newRecord().setStatus(status.stored());
        return updateOne("updateStatus", company, isRecord(record), changes);
    }

    /** Stores the reminders of a booking, or writes the columns that were set to those with its {@code record_id}. */
    @CanIgnoreReturnValue
    public RemindersRecord upsert(CompanyId company, RemindersRecord reminder) {
        return upsert(company, reminder, Keys.REMINDERS_RECORD_ID_KEY);
    }

    private static Filter between(LocalDateTime from, LocalDateTime toExclusive) {
        return Filters.and(gte(REMINDERS.APPOINTMENT_DATETIME, from), lt(REMINDERS.APPOINTMENT_DATETIME, toExclusive));
    }

    private static Filter isUnclaimed(TableField<RemindersRecord, Boolean> flag) {
        return eq(flag, false).and(TAKES_PLACE);
    }

    private static Filter isRecord(RecordId record) {
        return eq(REMINDERS.RECORD_ID, record.value());
    }

    private static Filter hasId(long id) {
        return eq(REMINDERS.ID, id);
    }
}
