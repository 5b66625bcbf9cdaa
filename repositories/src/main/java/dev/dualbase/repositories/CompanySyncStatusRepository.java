// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.COMPANY_SYNC_STATUS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.CompanySyncStatusRecord;
import java.util.List;
import java.util.Optional;

/** How the synchronisations of whole salons went: a history, one row for each run. */
public final class CompanySyncStatusRepository extends TenantRepository<CompanySyncStatusRecord> {

    private static final Order LATEST_FIRST = Order.by(Sort.desc(COMPANY_SYNC_STATUS.ID));

    private final SalonClock clock;

    /** The runs that a backend holds, and what time it is. */
    public CompanySyncStatusRepository(Backend backend, SalonClock clock) {
        super(backend, COMPANY_SYNC_STATUS, COMPANY_SYNC_STATUS.COMPANY_ID);
        this.clock = clock;
    }

    /** The latest run, whether it succeeded or not. */
    public Optional<CompanySyncStatusRecord> findLatest(CompanyId salon) {
        return rows(salon, "findLatest").findFirst(within(salon), LATEST_FIRST);
    }

    /** The latest run that succeeded. */
    public Optional<CompanySyncStatusRecord> findLatestSuccess(CompanyId salon) {
        return rows(salon, "findLatestSuccess")
                .findFirst(within(salon, Filters.eq(COMPANY_SYNC_STATUS.LAST_SYNC_SUCCESS, true)), LATEST_FIRST);
    }

    /** The latest runs, the last one first. */
    public List<CompanySyncStatusRecord> findRecent(CompanyId salon, Limit limit) {
        return rows(salon, "findRecent").findMany(within(salon), LATEST_FIRST, limit);
    }

    /** Adds a run that succeeded just now. */
    @CanIgnoreReturnValue
    public CompanySyncStatusRecord recordSuccess(CompanyId salon, SyncCounts counts) {
        return insert(salon, run(true, counts));
    }

    /** Adds a run that failed just now, why, and how far it came. */
    @CanIgnoreReturnValue
    public CompanySyncStatusRecord recordFailure(CompanyId salon, SyncCounts counts, String error) {
        CompanySyncStatusRecord row = run(false, counts);
        row.setLastSyncError(error);
        return insert(salon, row);
    }

    private CompanySyncStatusRecord run(boolean success, SyncCounts counts) {
        CompanySyncStatusRecord row = newRecord();
        row.setLastSyncAt(clock.utc().now());
        row.setLastSyncSuccess(success);
        row.setClientsSynced(counts.clients());
        row.setServicesSynced(counts.services());
        row.setStaffSynced(counts.staff());
        row.setBookingsSynced(counts.bookings());
        return row;
    }
}
