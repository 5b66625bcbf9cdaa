// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.repositories.schema.Tables.BOOKINGS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.BookingsRecord;
import dev.dualbase.repositories.schema.Keys;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.UniqueKey;

/**
 * Bookings of a salon. {@code datetime} is what the clock on the salon's wall shows, so that "upcoming" goes by that
 * clock. Phone numbers are compared in the form of {@link PhoneNumber#stored()}.
 */
public final class BookingRepository extends TenantRepository<BookingsRecord> {

    private static final UniqueKey<BookingsRecord> KEY = Keys.BOOKINGS_YCLIENTS_RECORD_ID_KEY;
    private static final Order NEWEST_FIRST = Order.by(Sort.desc(BOOKINGS.DATETIME));
    private static final Order SOONEST_FIRST = Order.by(Sort.asc(BOOKINGS.DATETIME));
    private static final List<String> NOT_TO_TAKE_PLACE =
            List.of(BookingStatus.DELETED.stored(), BookingStatus.CANCELLED.stored());

    private final SalonClock clock;

    /** The bookings that a backend holds, by the clocks of their salons. */
    public BookingRepository(Backend backend, SalonClock clock) {
        super(backend, BOOKINGS, BOOKINGS.COMPANY_ID);
        this.clock = clock;
    }

    /** The salon's booking with this number. */
    public Optional<BookingsRecord> findByRecordId(CompanyId company, RecordId record) {
        return rows(company, "findByRecordId").findOne(within(company, isRecord(record)));
    }

    /** All of a client's bookings, the latest visit first. */
    public List<BookingsRecord> findByPhone(CompanyId company, PhoneNumber phone, Limit limit) {
        return rows(company, "findByPhone").findMany(within(company, isOf(phone)), NEWEST_FIRST, limit);
    }

    /**
     * A client's bookings from the beginning of the first day to the end of the last, whatever their status, the latest
     * visit first.
     */
    public List<BookingsRecord> findByPhone(
            CompanyId company, PhoneNumber phone, LocalDate from, LocalDate toInclusive, Limit limit) {
        Filter visits = within(company, isOf(phone), isWithin(from, toInclusive));
        return rows(company, "findByPhone").findMany(visits, NEWEST_FIRST, limit);
    }

    /** All bookings of a client known by number, the latest visit first. */
    public List<BookingsRecord> findByClient(CompanyId company, ClientId client, Limit limit) {
        Filter isClient = eq(BOOKINGS.CLIENT_YCLIENTS_ID, client.value());
        return rows(company, "findByClient").findMany(within(company, isClient), NEWEST_FIRST, limit);
    }

    /**
     * A client's bookings from now on, the next visit first. Deleted and cancelled ones are left out; those without a
     * status are not.
     */
    public List<BookingsRecord> findUpcoming(CompanyId company, PhoneNumber phone, Limit limit) {
        Filter upcoming = gte(BOOKINGS.DATETIME, clock.at(company).now());
        Filter takesPlace = isNull(BOOKINGS.STATUS).or(notIn(BOOKINGS.STATUS, NOT_TO_TAKE_PLACE));
        return rows(company, "findUpcoming")
                .findMany(within(company, isOf(phone), upcoming, takesPlace), SOONEST_FIRST, limit);
    }

    /**
     * The salon's bookings from the beginning of the first day to the end of the last, whatever their status, the
     * earliest first.
     *
     * @throws dev.dualbase.core.error.ResultTooLargeException if there are more than 10,000
     */
    public List<BookingsRecord> findByDates(CompanyId company, LocalDate from, LocalDate toInclusive) {
        return rows(company, "findByDates").findMany(within(company, isWithin(from, toInclusive)), SOONEST_FIRST);
    }

    /** As {@link #findByDates(CompanyId, LocalDate, LocalDate)}, of one status only. */
    public List<BookingsRecord> findByDates(
            CompanyId company, LocalDate from, LocalDate toInclusive, BookingStatus status) {
        Filter hasStatus = eq(BOOKINGS.STATUS, status.stored());
        return rows(company, "findByDates")
                .findMany(within(company, isWithin(from, toInclusive), hasStatus), SOONEST_FIRST);
    }

    /**
     * Sets when a visit starts: {@code datetime} and {@code date} of the record, on the salon's wall. Stores nothing.
     */
    @CanIgnoreReturnValue
    public BookingsRecord startingAt(CompanyId company, BookingsRecord booking, OffsetDateTime start) {
        LocalDateTime wallTime = clock.at(company).wallTime(start);
        return booking.setDatetime(wallTime).setDate(wallTime.toLocalDate());
    }

    /** Says what became of a booking; false if the salon has none with this number. */
    public boolean updateStatus(CompanyId company, RecordId record, BookingStatus status) {
        BookingsRecord changes = newRecord().setStatus(status.stored());
        return updateOne("updateStatus", company, isRecord(record), changes);
    }

    /** Stores a booking, or writes the columns that were set to the one with its {@code yclients_record_id}. */
    @CanIgnoreReturnValue
    public BookingsRecord upsert(CompanyId company, BookingsRecord booking) {
        return upsert(company, booking, KEY);
    }

    /** Stores or changes many bookings by {@code yclients_record_id}, all or none. */
    @CanIgnoreReturnValue
    public BulkResult bulkUpsert(CompanyId company, Collection<BookingsRecord> bookings) {
        return bulkUpsert(company, bookings, BulkOptions.atomic());
    }

    /** Stores or changes many bookings by {@code yclients_record_id}. */
    @CanIgnoreReturnValue
    public BulkResult bulkUpsert(CompanyId company, Collection<BookingsRecord> bookings, BulkOptions options) {
        return bulkUpsert(company, bookings, KEY, options);
    }

    /** Deletes the salon's bookings of all days before this one, and says how many there were. */
    @CanIgnoreReturnValue
    public long deleteOlderThan(CompanyId company, LocalDate day) {
        return rows(company, "deleteOlderThan").deleteWhere(within(company, lt(BOOKINGS.DATETIME, day.atStartOfDay())));
    }

    private static Filter isRecord(RecordId record) {
        return eq(BOOKINGS.YCLIENTS_RECORD_ID, record.value());
    }

    private static Filter isOf(PhoneNumber phone) {
        return eq(BOOKINGS.CLIENT_PHONE, phone.stored());
    }

    private static Filter isWithin(LocalDate from, LocalDate toInclusive) {
        return Filters.and(
                gte(BOOKINGS.DATETIME, from.atStartOfDay()), lt(BOOKINGS.DATETIME, midnightAfter(toInclusive)));
    }

    private static LocalDateTime midnightAfter(LocalDate day) {
        return day.equals(LocalDate.MAX) ? LocalDateTime.MAX : day.plusDays(1).atStartOfDay();
    }
}
