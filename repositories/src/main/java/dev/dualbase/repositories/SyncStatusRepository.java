// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.SYNC_STATUS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.SyncStatusRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the latest synchronisation of each table of a salon went: one row for a table. */
public final class SyncStatusRepository extends TenantRepository<SyncStatusRecord> {

    /** {@code sync_status} while a synchronisation runs. */
    public static final String RUNNING = "running";

    /** {@code sync_status} after one that succeeded. */
    public static final String COMPLETED = "completed";

    /** {@code sync_status} after one that did not. */
    public static final String FAILED = "failed";

    private final SalonClock clock;

    /** The states that a backend holds, and what time it is. */
    public SyncStatusRepository(Backend backend, SalonClock clock) {
        super(backend, SYNC_STATUS, SYNC_STATUS.COMPANY_ID);
        this.clock = clock;
    }

    /** The state of a table; empty if it was never synchronised. */
    public Optional<SyncStatusRecord> find(CompanyId salon, String tableName) {
        return rows(salon, "find").findOne(within(salon, Filters.eq(SYNC_STATUS.TABLE_NAME, tableName)));
    }

    /** The states of all tables, by name of the table. */
    public List<SyncStatusRecord> findAll(CompanyId salon) {
        return rows(salon, "findAll").findMany(within(salon), Order.by(Sort.asc(SYNC_STATUS.TABLE_NAME)));
    }

    /** Notes that a synchronisation began; when the last one succeeded stays known. */
    @CanIgnoreReturnValue
    public SyncStatusRecord recordStart(CompanyId salon, String tableName) {
        return upsert(salon, state(tableName, RUNNING));
    }

    /** Notes that a synchronisation succeeded just now, how many rows it handled and how long it took. */
    @CanIgnoreReturnValue
    public SyncStatusRecord recordSuccess(CompanyId salon, String tableName, int rows, Duration took) {
        SyncStatusRecord row = state(tableName, COMPLETED);
        row.setLastSyncAt(clock.utc().instant());
        row.setRecordsProcessed(rows);
        row.setErrorMessage(null);
        row.setSyncDurationMs(took.toMillis());
        return upsert(salon, row);
    }

    /** Notes that a synchronisation failed, why, and how long it took; when the last one succeeded stays known. */
    @CanIgnoreReturnValue
    public SyncStatusRecord recordFailure(CompanyId salon, String tableName, String error, Duration took) {
        SyncStatusRecord row = state(tableName, FAILED);
        row.setErrorMessage(error);
        row.setSyncDurationMs(took.toMillis());
        return upsert(salon, row);
    }

    /**
     * Stores the state of a table, or writes the columns that were set to the one that has its name.
     *
     * @return the state as it is now
     */
    @CanIgnoreReturnValue
    public SyncStatusRecord upsert(CompanyId salon, SyncStatusRecord state) {
        return upsert(salon, state, Keys.SYNC_STATUS_TABLE_NAME_KEY);
    }

    private SyncStatusRecord state(String tableName, String word) {
        SyncStatusRecord row = newRecord();
        row.setTableName(tableName);
        row.setSyncStatus(word);
        return row;
    }
}
