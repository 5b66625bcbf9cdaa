// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.repositories.schema.Tables.WEBHOOK_EVENTS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.WebhookEventsRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks received from YClients. An event is {@linkplain #claim claimed} before it is handled, so that it is
 * handled once. If who claimed it went down, another {@linkplain #reclaim claims it again}.
 */
public final class WebhookEventRepository extends TenantRepository<WebhookEventsRecord> {

    private static final Order OLDEST_FIRST = Order.by(Sort.asc(WEBHOOK_EVENTS.CREATED_AT));

    private final SalonClock clock;

    /** The events that a backend holds. */
    public WebhookEventRepository(Backend backend, SalonClock clock) {
        super(backend, WEBHOOK_EVENTS, WEBHOOK_EVENTS.COMPANY_ID);
        this.clock = clock;
    }

    /**
     * Stores an event unless the salon has it. Of any number of deliveries at once exactly one gets it, and should
     * handle it now.
     *
     * @param eventId the same for repeated deliveries
     * @param record the booking that the event is about, if it is about one
     * @param payload the body of the webhook
     */
    public Optional<WebhookEventsRecord> claim(
            CompanyId company, String eventId, String type, @Nullable RecordId record, JSONB payload) {
        WebhookEventsRecord event = own(company, newRecord())
                .setEventId(eventId)
                .setEventType(type)
                .setPayload(payload)
                .setCreatedAt(clock.utc().now());
        if (record != null) {
            event.setRecordId(record.value());
        }
        return rows(company, "claim").insertIfAbsent(event, Keys.WEBHOOK_EVENTS_EVENT_ID_KEY);
    }

    /**
     * Claims an event again that was claimed before an instant and is not marked as handled yet: of any number of callers
     * with the same instant exactly one gets true, and should handle it now.
     *
     * <p>Whoever claimed it first may merely be slow: keep the instant further back than handling ever takes. The table
     * has no column for claims, so that {@code created_at} becomes now.
     *
     * @throws dev.dualbase.core.error.InvalidValueException if the instant is in the future
     */
    public boolean reclaim(CompanyId company, String eventId, OffsetDateTime claimedBefore) {
        Window.requirePast(clock.utc(), claimedBefore);
        Filter abandoned = isNull(WEBHOOK_EVENTS.PROCESSED_AT)
                .and(lt(WEBHOOK_EVENTS.CREATED_AT, clock.utc().wallTime(claimedBefore)));
        WebhookEventsRecord changes = newRecord().setCreatedAt(clock.utc().now());
        return updateOne("reclaim", company, isEvent(eventId).and(abandoned), changes);
    }

    /** The salon's event with this identifier. */
    public Optional<WebhookEventsRecord> findByEventId(CompanyId company, String eventId) {
        return rows(company, "findByEventId").findOne(within(company, isEvent(eventId)));
    }

    /** Events that were claimed and not marked as handled, because that goes on or went wrong, the oldest first. */
    public List<WebhookEventsRecord> findUnprocessed(CompanyId company, Limit limit) {
        return rows(company, "findUnprocessed")
                .findMany(within(company, isNull(WEBHOOK_EVENTS.PROCESSED_AT)), OLDEST_FIRST, limit);
    }

    /** Says that an event was handled now; false if it was before, or the salon has none with this identifier. */
    public boolean markProcessed(CompanyId company, String eventId) {
        WebhookEventsRecord changes = newRecord().setProcessedAt(clock.utc().now());
        Filter waiting = isNull(WEBHOOK_EVENTS.PROCESSED_AT);
        return updateOne("markProcessed", company, isEvent(eventId).and(waiting), changes);
    }

    /** Deletes the salon's events that were handled before an instant, and says how many there were. */
    @CanIgnoreReturnValue
    public long deleteProcessedOlderThan(CompanyId company, OffsetDateTime instant) {
        Filter older = lt(WEBHOOK_EVENTS.PROCESSED_AT, clock.utc().wallTime(instant));
        return rows(company, "deleteProcessedOlderThan").deleteWhere(within(company, older));
    }

    private static Filter isEvent(String eventId) {
        return eq(WEBHOOK_EVENTS.EVENT_ID, eventId);
    }
}
