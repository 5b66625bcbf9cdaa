// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.repositories.schema.Tables.DIALOG_CONTEXTS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.Keys;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Where the dialog with each user of a salon stands: one row for a user, who is known by phone number or messenger
 * address.
 */
public final class DialogContextRepository extends TenantRepository<DialogContextsRecord> {

    private static final UniqueKey<DialogContextsRecord> KEY = Keys.DIALOG_CONTEXTS_USER_ID_KEY;

    private final SalonClock clock;

    /** The dialogs that a backend holds. */
    public DialogContextRepository(Backend backend, SalonClock clock) {
        super(backend, DIALOG_CONTEXTS, DIALOG_CONTEXTS.COMPANY_ID);
        this.clock = clock;
    }

    /** The salon's dialog with a user. */
    public Optional<DialogContextsRecord> find(CompanyId company, String userId) {
        return rows(company, "find").findOne(within(company, isUser(userId)));
    }

    /**
     * The last 20 messages of the salon's dialog with a user, the oldest first; none if there is no dialog.
     *
     * @throws dev.dualbase.core.error.InvalidValueException if a stored message has no timestamp
     */
    public List<DialogMessage> findMessages(CompanyId company, String userId) {
        return find(company, userId)
                .map(dialog -> DialogHistory.messages(dialog.getMessages()))
                .orElseGet(List::of);
    }

    /**
     * Adds a message behind the last 19, begins the dialog if there is none, and counts all messages ever added. Any
     * number of callers may do so at once, and none is lost.
     *
     * @throws dev.dualbase.core.error.TransactionConflictException if others were quicker several hundred times
     */
    public void appendMessage(CompanyId company, String userId, DialogMessage message) {
        Contention.retry(
                DIALOG_CONTEXTS.getName(),
                () -> rowsBeforeWrite(company, "appendMessage")
                        .findOne(within(company, isUser(userId)))
                        .map(seen -> appendTo(company, seen, message))
                        .orElseGet(() -> begin(company, userId, message)));
    }

    /**
     * Writes where the dialog stands, and that it went on now; the messages stay as they are.
     *
     * @param state the step of the conversation
     * @param data what the conversation has gathered so far, a JSON object
     */
    @CanIgnoreReturnValue
    public DialogContextsRecord saveState(CompanyId company, String userId, @Nullable String state, JSONB data) {
        DialogContextsRecord changes = active(userId).setState(state).setData(data);
        return rows(company, "saveState").upsert(own(company, changes), KEY);
    }

    /** Stores a dialog, or writes the columns that were set to the one with its {@code user_id}. */
    @CanIgnoreReturnValue
    public DialogContextsRecord upsert(CompanyId company, DialogContextsRecord dialog) {
        return upsert(company, dialog, KEY);
    }

    private boolean begin(CompanyId company, String userId, DialogMessage message) {
        DialogContextsRecord dialog =
                active(userId).setMessages(DialogHistory.append(null, message)).setMessageCount(1);
        return rows(company, "appendMessage")
                .insertIfAbsent(own(company, dialog), KEY)
                .isPresent();
    }

    private boolean appendTo(CompanyId company, DialogContextsRecord seen, DialogMessage message) {
        DialogContextsRecord changes = active(seen.getUserId())
                .setMessages(DialogHistory.append(seen.getMessages(), message))
                .setMessageCount(seen.getMessageCount() + 1);
        Filter asSeen = within(company, isUser(seen.getUserId()), isAt(seen.getUpdatedAt()));
        return rows(company, "appendMessage").updateWhere(asSeen, changes) == 1;
    }

    private DialogContextsRecord active(String userId) {
        return newRecord().setUserId(userId).setLastActivity(clock.utc().now());
    }

    private static Filter isUser(String userId) {
        return eq(DIALOG_CONTEXTS.USER_ID, userId);
    }

    /** Every change moves {@code updated_at} forward, so that it tells one version of a row from the next. */
    private static Filter isAt(@Nullable LocalDateTime version) {
        return version == null ? isNull(DIALOG_CONTEXTS.UPDATED_AT) : eq(DIALOG_CONTEXTS.UPDATED_AT, version);
    }
}
