// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.repositories.schema.Tables.BOOKING_NOTIFICATIONS;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.BookingNotificationsRecord;
import dev.dualbase.repositories.schema.Keys;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What clients were told about bookings. A notice is {@linkplain #claim claimed} before it is sent, so that it is
 * sent once: once for a booking, a type and a day of the salon's calendar. If who claimed it went down, another
 * {@linkplain #reclaim claims it again}.
 */
public final class BookingNotificationRepository extends TenantRepository<BookingNotificationsRecord> {

    private static final Order NEWEST_FIRST = Order.by(Sort.desc(BOOKING_NOTIFICATIONS.SENT_AT));
    private static final Filter NOT_FAILED = hasOther(NotificationStatus.FAILED);
    private static final Filter SENT = NOT_FAILED.and(hasOther(NotificationStatus.CLAIMED));

    private final SalonClock clock;

    /** The notices that a backend holds, by the clocks of their salons. */
    public BookingNotificationRepository(Backend backend, SalonClock clock) {
        super(backend, BOOKING_NOTIFICATIONS, BOOKING_NOTIFICATIONS.COMPANY_ID);
        this.clock = clock;
    }

    /**
     * Claims a notice for today. Of any number of callers at once exactly one gets it, and should send it now; all
     * others get nothing, today, whether or not it could be sent.
     *
     * <p>Within a transaction the claim holds once that commits: send after it, not in it.
     *
     * @param receiver the phone number or messenger address that it goes to
     */
    public Optional<BookingNotificationsRecord> claim(
            CompanyId company, RecordId record, NotificationType type, String receiver, String message) {
        BookingNotificationsRecord claim = status(NotificationStatus.CLAIMED, company)
                .setYclientsRecordId(record.value())
                .setNotificationType(type.stored())
                .setNotificationDate(clock.at(company).today())
                .setPhone(receiver)
                .setMessage(message);
        return rows(company, "claim").insertIfAbsent(own(company, claim), Keys.BOOKING_NOTIFICATIONS_CLAIM_KEY);
    }

    /** Claims a notice again that failed: exactly one caller gets true. */
    public boolean claimFailed(CompanyId company, long id) {
        Filter failed = eq(BOOKING_NOTIFICATIONS.STATUS, NotificationStatus.FAILED.stored());
        return updateOne("claimFailed", company, hasId(id).and(failed), status(NotificationStatus.CLAIMED, company));
    }

    /**
     * Claims a notice again that was claimed before an instant, and neither sent nor failed since: of any number of
     * callers with the same instant exactly one gets true, and should send it now.
     *
     * <p>Whoever claimed it first may have sent it and gone down before saying so, or merely be slow: keep the instant
     * further back than sending ever takes, and expect that a client may be told twice.
     *
     * @throws dev.dualbase.core.error.InvalidValueException if the instant is in the future
     */
    public boolean reclaim(CompanyId company, long id, OffsetDateTime claimedBefore) {
        Window.requirePast(clock.at(company), claimedBefore);
        Filter abandoned = eq(BOOKING_NOTIFICATIONS.STATUS, NotificationStatus.CLAIMED.stored())
                .and(lt(BOOKING_NOTIFICATIONS.SENT_AT, claimedBefore));
        return updateOne("reclaim", company, hasId(id).and(abandoned), status(NotificationStatus.CLAIMED, company));
    }

    /** Says that a notice was sent now; false if the salon has none with this number. */
    public boolean markSent(CompanyId company, long id) {
        BookingNotificationsRecord changes =
                status(NotificationStatus.SENT, company).setErrorMessage(null);
        return updateOne("markSent", company, hasId(id), changes);
    }

    /** Says that a notice could not be sent, and why; false if the salon has none with this number. */
    public boolean markFailed(CompanyId company, long id, String error) {
        BookingNotificationsRecord changes =
                status(NotificationStatus.FAILED, company).setErrorMessage(error);
        return updateOne("markFailed", company, hasId(id), changes);
    }

    /**
     * Notices about a booking within the last while, of these types, whatever became of them, the newest first.
     *
     * @param types of none, no notice
     */
    public List<BookingNotificationsRecord> findRecent(
            CompanyId company, RecordId record, Duration window, Collection<NotificationType> types) {
        return rows(company, "findRecent")
                .findMany(within(company, isAbout(record), isSince(company, window), isOneOf(types)), NEWEST_FIRST);
    }

    /** Whether such a notice about the booking was claimed or sent within the last while, and has not failed. */
    public boolean isDuplicate(CompanyId company, RecordId record, NotificationType type, Duration window) {
        return rows(company, "isDuplicate")
                .exists(within(company, isAbout(record), isSince(company, window), isOneOf(List.of(type)), NOT_FAILED));
    }

    /**
     * Notices about a booking that were sent for today's date on the salon's calendar, of these types, the newest
     * first.
     *
     * @param types of none, no notice
     */
    public List<BookingNotificationsRecord> findSentToday(
            CompanyId company, RecordId record, Collection<NotificationType> types) {
        Filter today =
                eq(BOOKING_NOTIFICATIONS.NOTIFICATION_DATE, clock.at(company).today());
        return rows(company, "findSentToday")
                .findMany(within(company, isAbout(record), today, isOneOf(types), SENT), NEWEST_FIRST);
    }

    /**
     * How many notices there were within the last while, for every type, whatever became of them. Each type is
     * counted by itself, one after the other.
     */
    public Map<NotificationType, Long> countByType(CompanyId company, Duration window) {
        Filter since = isSince(company, window);
        Map<NotificationType, Long> counts = new EnumMap<>(NotificationType.class);
        for (NotificationType type : NotificationType.values()) {
            counts.put(type, rows(company, "countByType").count(within(company, since, isOneOf(List.of(type)))));
        }
        return counts;
    }

    private BookingNotificationsRecord status(NotificationStatus status, CompanyId company) {
        return newRecord()
                .setStatus(status.stored())
                .setSentAt(clock.at(company).instant());
    }

    private Filter isSince(CompanyId company, Duration window) {
        return gte(
                BOOKING_NOTIFICATIONS.SENT_AT,
                Window.before(clock.at(company), window).instant());
    }

    private static Filter isAbout(RecordId record) {
        return eq(BOOKING_NOTIFICATIONS.YCLIENTS_RECORD_ID, record.value());
    }

    private static Filter hasId(long id) {
        return eq(BOOKING_NOTIFICATIONS.ID, id);
    }

    private static Filter hasOther(NotificationStatus status) {
        return isDistinctFrom(BOOKING_NOTIFICATIONS.STATUS, status.stored());
    }

    private static Filter isOneOf(Collection<NotificationType> types) {
        return in(
                BOOKING_NOTIFICATIONS.NOTIFICATION_TYPE,
                types.stream().map(NotificationType::stored).toList());
    }
}
