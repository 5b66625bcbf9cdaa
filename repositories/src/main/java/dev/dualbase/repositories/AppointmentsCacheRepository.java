// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.repositories.schema.Tables.APPOINTMENTS_CACHE;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.Keys;
import java.util.List;
import java.util.Optional;

/**
 * Appointments of a salon as webhooks reported them. {@code appointment_datetime} is an instant. A missing
 * {@code is_cancelled} or {@code deleted} counts as false.
 */
public final class AppointmentsCacheRepository extends TenantRepository<AppointmentsCacheRecord> {

    private static final Order SOONEST_FIRST = Order.by(Sort.asc(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME));
    private static final Filter STANDS = Filters.and(
            isDistinctFrom(APPOINTMENTS_CACHE.IS_CANCELLED, true), isDistinctFrom(APPOINTMENTS_CACHE.DELETED, true));
    private static final Filter EXPECTED = Filters.and(
            STANDS,
            isDistinctFrom(APPOINTMENTS_CACHE.STATUS, BookingStatus.CANCELLED.stored()),
            isDistinctFrom(APPOINTMENTS_CACHE.STATUS, BookingStatus.DELETED.stored()));

    private final SalonClock clock;

    /** The appointments that a backend holds, by the clocks of their salons. */
    public AppointmentsCacheRepository(Backend backend, SalonClock clock) {
        super(backend, APPOINTMENTS_CACHE, APPOINTMENTS_CACHE.COMPANY_ID);
        this.clock = clock;
    }

    /** The salon's appointment with this number, cancelled and deleted ones included. */
    public Optional<AppointmentsCacheRecord> findByRecordId(CompanyId company, RecordId record) {
        return rows(company, "findByRecordId").findOne(within(company, isRecord(record)));
    }

    /** Appointments neither cancelled nor deleted, past ones included, the earliest first. */
    public List<AppointmentsCacheRecord> findActive(CompanyId company, Limit limit) {
        return rows(company, "findActive").findMany(within(company, STANDS), SOONEST_FIRST, limit);
    }

    /** Appointments from now on, neither cancelled nor deleted, the next first. */
    public List<AppointmentsCacheRecord> findFuture(CompanyId company, Limit limit) {
        Filter future =
                gte(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME, clock.at(company).instant());
        return rows(company, "findFuture").findMany(within(company, future, STANDS), SOONEST_FIRST, limit);
    }

    /** All appointments of a client, the latest first, those without a time last. */
    public List<AppointmentsCacheRecord> findByClient(CompanyId company, ClientId client, Limit limit) {
        return findByClient(company, client, AppointmentQuery.all(), limit);
    }

    /** Those appointments of a client that a query names, in its order, cancelled and deleted ones included. */
    public List<AppointmentsCacheRecord> findByClient(
            CompanyId company, ClientId client, AppointmentQuery query, Limit limit) {
        Filter wanted = query.filter(clock.at(company).zone());
        return rows(company, "findByClient").findMany(within(company, isClient(client), wanted), query.order(), limit);
    }

    /**
     * The appointments of a client from now on, the next first. What is cancelled or deleted, by its flag or by its status,
     * is not among them.
     */
    public List<AppointmentsCacheRecord> findUpcoming(CompanyId company, ClientId client, Limit limit) {
        Filter future =
                gte(APPOINTMENTS_CACHE.APPOINTMENT_DATETIME, clock.at(company).instant());
        return rows(company, "findUpcoming")
                .findMany(within(company, isClient(client), future, EXPECTED), SOONEST_FIRST, limit);
    }

    /**
     * Stores an appointment, or writes the columns that were set to the one with its {@code yclients_record_id}: a
     * cancelled one stays cancelled unless {@code is_cancelled} is set.
     */
    @CanIgnoreReturnValue
    public AppointmentsCacheRecord upsert(CompanyId company, AppointmentsCacheRecord appointment) {
        return upsert(company, appointment, Keys.APPOINTMENTS_CACHE_YCLIENTS_RECORD_ID_KEY);
    }

    /** Writes the columns that were set to an appointment; false if the salon has none with this number. */
    public boolean update(CompanyId company, RecordId record, AppointmentsCacheRecord changes) {
        return updateWhere(company, isRecord(record), changes) == 1;
    }

    /** Says that an appointment was called off, and why; false if the salon has none with this number. */
    public boolean markCancelled(CompanyId company, RecordId record, String reason) {
        AppointmentsCacheRecord changes = newRecord().setIsCancelled(true).setCancellationReason(reason);
        return updateOne("markCancelled", company, isRecord(record), changes);
    }

    /** Says that an appointment was deleted in YClients; false if the salon has none with this number. */
    public boolean softDelete(CompanyId company, RecordId record) {
        AppointmentsCacheRecord changes = newRecord().setDeleted(true);
        return updateOne("softDelete", company, isRecord(record), changes);
    }

    private static Filter isClient(ClientId client) {
        return eq(APPOINTMENTS_CACHE.CLIENT_ID, client.value());
    }

    private static Filter isRecord(RecordId record) {
        return eq(APPOINTMENTS_CACHE.YCLIENTS_RECORD_ID, record.value());
    }
}
