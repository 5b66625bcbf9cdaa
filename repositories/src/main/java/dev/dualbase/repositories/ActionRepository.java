// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.ACTIONS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ActionsRecord;
import java.util.List;
import java.util.UUID;

/** What the assistant did or is to do for clients of a salon. An action is pending until one caller closes it. */
public final class ActionRepository extends TenantRepository<ActionsRecord> {

    /** {@code status} of an action that nobody has closed yet. */
    public static final String PENDING = "pending";

    /** {@code status} of an action that was carried out. */
    public static final String EXECUTED = "executed";

    /** {@code status} of an action that could not be carried out. */
    public static final String FAILED = "failed";

    private static final Order OLDEST_FIRST = Order.by(Sort.asc(ACTIONS.CREATED_AT), Sort.asc(ACTIONS.ID));
    private static final Order LATEST_FIRST = Order.by(Sort.desc(ACTIONS.CREATED_AT), Sort.asc(ACTIONS.ID));

    private final SalonClock clock;

    /** The actions that a backend holds, and what time it is. */
    public ActionRepository(Backend backend, SalonClock clock) {
        super(backend, ACTIONS, ACTIONS.COMPANY_ID);
        this.clock = clock;
    }

    /** The actions that wait, the oldest first. */
    public List<ActionsRecord> findPending(CompanyId salon, Limit limit) {
        return rows(salon, "findPending")
                .findMany(within(salon, Filters.eq(ACTIONS.STATUS, PENDING)), OLDEST_FIRST, limit);
    }

    /** The actions for the client with this number, the latest first. */
    public List<ActionsRecord> findByPhone(CompanyId salon, PhoneNumber phone, Limit limit) {
        Filter ofClient = Filters.eq(ACTIONS.CLIENT_PHONE, phone.stored());
        return rows(salon, "findByPhone").findMany(within(salon, ofClient), LATEST_FIRST, limit);
    }

    /** Adds an action, pending unless its status was set, and returns it with its identifier. */
    @CanIgnoreReturnValue
    public ActionsRecord add(CompanyId salon, ActionsRecord action) {
        if (!action.changed(ACTIONS.STATUS)) {
            action.setStatus(PENDING);
        }
        return insert(salon, action);
    }

    /**
     * Closes a pending action as carried out. Call it before an effect that must not happen twice: of any number of callers
     * exactly one is answered true.
     *
     * @return whether this call closed it; false if another did, or there is no such action
     */
    @CheckReturnValue
    public boolean markExecuted(CompanyId salon, UUID id) {
        ActionsRecord changes = newRecord();
        changes.setStatus(EXECUTED);
        changes.setExecutedAt(clock.utc().now());
        return rows(salon, "markExecuted").updateWhere(pending(salon, id), changes) == 1;
    }

    /**
     * Closes a pending action as failed.
     *
     * @return whether this call closed it; false if another did, or there is no such action
     */
    @CanIgnoreReturnValue
    public boolean markFailed(CompanyId salon, UUID id) {
        ActionsRecord changes = newRecord();
        changes.setStatus(FAILED);
        return rows(salon, "markFailed").updateWhere(pending(salon, id), changes) == 1;
    }

    private Filter pending(CompanyId salon, UUID id) {
        return within(salon, Filters.eq(ACTIONS.ID, id), Filters.eq(ACTIONS.STATUS, PENDING));
    }
}
