// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.repositories.schema.Tables.MESSAGES;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.MessagesRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Messages to and from clients, who are known by phone number or messenger address, as text. {@code created_at} is in
 * UTC and decides the partition; the database's functions make partitions and take them away.
 */
public final class MessageRepository extends TenantRepository<MessagesRecord> {

    private static final Order NEWEST_FIRST = Order.by(Sort.desc(MESSAGES.CREATED_AT));

    private final SalonClock clock;

    /** The messages that a backend holds. */
    public MessageRepository(Backend backend, SalonClock clock) {
        super(backend, MESSAGES, MESSAGES.COMPANY_ID);
        this.clock = clock;
    }

    /** Stores a text message that was written now. */
    @CanIgnoreReturnValue
    public MessagesRecord append(CompanyId company, String address, MessageDirection direction, String content) {
        MessagesRecord message = newRecord()
                .setClientPhone(address)
                .setDirection(direction.stored())
                .setContent(content)
                .setMessageType("text");
        return append(company, message);
    }

    /** Stores a message, written now unless its {@code created_at} is set. */
    @CanIgnoreReturnValue
    public MessagesRecord append(CompanyId company, MessagesRecord message) {
        if (message.getCreatedAt() == null) {
            message.setCreatedAt(clock.utc().now());
        }
        return rows(company, "append").insert(own(company, message));
    }

    /** Messages to and from an address since an instant, the newest first. */
    public List<MessagesRecord> findRecent(CompanyId company, String address, OffsetDateTime since, Limit limit) {
        Filter recent = isSince(clock.utc().wallTime(since));
        return rows(company, "findRecent").findMany(within(company, isWith(address), recent), NEWEST_FIRST, limit);
    }

    /** Whether a message came in from an address within the last while. */
    public boolean hasRecentActivity(CompanyId company, String address, Duration window) {
        Filter recent = isSince(Window.before(clock.utc(), window).now());
        Filter incoming = eq(MESSAGES.DIRECTION, MessageDirection.INCOMING.stored());
        return rows(company, "hasRecentActivity").exists(within(company, isWith(address), recent, incoming));
    }

    private static Filter isWith(String address) {
        return eq(MESSAGES.CLIENT_PHONE, address);
    }

    private static Filter isSince(LocalDateTime utc) {
        return gte(MESSAGES.CREATED_AT, utc);
    }
}
