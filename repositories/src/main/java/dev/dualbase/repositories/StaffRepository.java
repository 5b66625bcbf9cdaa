// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.STAFF;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.StaffRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people who work in a salon. One whose {@code is_active} is NULL is active, because that is the column's default.
 */
public final class StaffRepository extends TenantRepository<StaffRecord> {

    private static final Order BY_NAME = Order.by(Sort.asc(STAFF.NAME), Sort.asc(STAFF.ID));

    private final Backend backend;

    /** The staff that a backend holds. */
    public StaffRepository(Backend backend) {
        super(backend, STAFF, STAFF.COMPANY_ID);
        this.backend = backend;
    }

    /** All staff, by name. */
    public List<StaffRecord> findAll(CompanyId salon, boolean includeInactive) {
        Filter active = includeInactive ? Filters.everyRow() : Flags.on(STAFF.IS_ACTIVE);
        return rows(salon, "findAll").findMany(within(salon, active), BY_NAME);
    }

    /** The member of staff with this number in YClients, active or not. */
    public Optional<StaffRecord> findByYclientsId(CompanyId salon, StaffId member) {
        return rows(salon, "findByYclientsId").findOne(within(salon, Filters.eq(STAFF.YCLIENTS_ID, member.value())));
    }

    /** The numbers of the active staff, by name. */
    public List<StaffId> findActiveIds(CompanyId salon) {
        return rows(salon, "findActiveIds")
                .selecting(STAFF.YCLIENTS_ID)
                .findMany(within(salon, Flags.on(STAFF.IS_ACTIVE)), BY_NAME)
                .stream()
                .map(member -> StaffId.of(member.getYclientsId()))
                .toList();
    }

    /** The names of staff, active or not, in the order asked for; a number that the salon does not have is missing. */
    public Map<StaffId, String> namesOf(CompanyId salon, Collection<StaffId> staff) {
        Filter wanted = within(salon, ByIds.in(STAFF.YCLIENTS_ID, staff, StaffId::value));
        if (staff.isEmpty()) {
            return Map.of();
        }
        List<StaffRecord> found =
                rows(salon, "namesOf").selecting(STAFF.YCLIENTS_ID, STAFF.NAME).findMany(wanted);
        return ByIds.inOrder(staff, found, row -> StaffId.of(row.getYclientsId()), StaffRecord::getName);
    }

    /** Makes all staff inactive, and says how many were active. */
    @CanIgnoreReturnValue
    public long deactivateAll(CompanyId salon) {
        return deactivate(salon, "deactivateAll");
    }

    /**
     * Makes this the staff of the salon, in one transaction: those who are missing from it become inactive, those in it
     * are stored as by {@link #bulkUpsert}, and where a row does not set {@code is_active}, it is set to true. If one
     * cannot be stored, all stays as it was.
     *
     * @return how many of those in it are new, and how many were there. With {@link Capability#ATOMIC_WRITES} alone they
     *     are counted before, and unknown within a transaction of the caller
     * @throws InvalidValueException if it is empty, which is more often a failed sync than a salon without staff:
     *     {@link #deactivateAll} says it on purpose
     * @throws UnsupportedCapabilityException on a backend without transactions,
     *     unless it has {@link Capability#ATOMIC_WRITES}
     */
    @CanIgnoreReturnValue
    public BulkResult replaceAll(CompanyId salon, Collection<StaffRecord> staff) {
        if (staff.isEmpty()) {
            throw new InvalidValueException(
                    "replaceAll needs staff; to be without any, use deactivateAll", "22023", STAFF.getName(), null);
        }
        Set<Long> numbers = numbersOf(staff);
        long known = backend.capabilities().supports(Capability.TRANSACTIONS)
                ? WriteResult.UNKNOWN
                : countKnown(salon, numbers);
        BulkResult done = rows(salon, "replaceAll").withTransaction(about(salon, "replaceAll"), () -> {
            deactivate(salon, "replaceAll", Filters.notIn(STAFF.YCLIENTS_ID, numbers));
            staff.forEach(StaffRepository::activateByDefault);
            return bulkUpsert(salon, staff, BulkOptions.atomic());
        });
        return known == WriteResult.UNKNOWN ? done : new BulkResult(numbers.size() - known, known, List.of());
    }

    private long countKnown(CompanyId salon, Set<Long> numbers) {
        try {
            return rowsBeforeWrite(salon, "replaceAll").count(within(salon, Filters.in(STAFF.YCLIENTS_ID, numbers)));
        } catch (UnsupportedCapabilityException withinTransaction) {
            return WriteResult.UNKNOWN;
        }
    }

    /**
     * Stores a member of staff, or writes the columns that were set to the one with the same {@code yclients_id}.
     *
     * @return the member of staff as stored now
     */
    @CanIgnoreReturnValue
    public StaffRecord upsert(CompanyId salon, StaffRecord member) {
        return upsert(salon, member, Keys.STAFF_YCLIENTS_ID_KEY);
    }

    /** {@link #upsert} of any number of staff; of two with the same {@code yclients_id} the last wins, by column. */
    @CanIgnoreReturnValue
    public BulkResult bulkUpsert(CompanyId salon, Collection<StaffRecord> staff, BulkOptions options) {
        return bulkUpsert(salon, staff, Keys.STAFF_YCLIENTS_ID_KEY, options);
    }

    @CanIgnoreReturnValue
    private long deactivate(CompanyId salon, String method, Filter... which) {
        StaffRecord changes = newRecord();
        changes.setIsActive(false);
        return rows(salon, method).updateWhere(within(salon, which).and(Flags.on(STAFF.IS_ACTIVE)), changes);
    }

    /** The numbers that are set: a row without one is refused when it is stored. */
    private static Set<Long> numbersOf(Collection<StaffRecord> staff) {
        return staff.stream()
                .map(StaffRecord::getYclientsId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static void activateByDefault(StaffRecord member) {
        if (!member.changed(STAFF.IS_ACTIVE)) {
            member.setIsActive(true);
        }
    }
}
