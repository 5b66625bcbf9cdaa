// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.SERVICES;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.ServicesRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a salon offers. A service whose {@code is_active} is NULL is active, because that is the column's default. */
public final class ServiceRepository extends TenantRepository<ServicesRecord> {

    private static final Order HEAVIEST_FIRST = Order.by(Sort.desc(SERVICES.WEIGHT), Sort.asc(SERVICES.TITLE));

    /** The services that a backend holds. */
    public ServiceRepository(Backend backend) {
        super(backend, SERVICES, SERVICES.COMPANY_ID);
    }

    /** All services, the greatest weight first and those without one last, then by title. */
    public List<ServicesRecord> findAll(CompanyId salon, boolean includeInactive) {
        return rows(salon, "findAll").findMany(within(salon, active(includeInactive)), HEAVIEST_FIRST);
    }

    /** The service with this number in YClients, active or not. */
    public Optional<ServicesRecord> findByYclientsId(CompanyId salon, ServiceId service) {
        return rows(salon, "findByYclientsId")
                .findOne(within(salon, Filters.eq(SERVICES.YCLIENTS_ID, service.value())));
    }

    /** The active services of a category, in the order of {@link #findAll}. */
    public List<ServicesRecord> findByCategory(CompanyId salon, long categoryId) {
        return findByCategory(salon, categoryId, false);
    }

    /** The services of a category, in the order of {@link #findAll}. */
    public List<ServicesRecord> findByCategory(CompanyId salon, long categoryId, boolean includeInactive) {
        Filter category = Filters.eq(SERVICES.CATEGORY_ID, categoryId);
        return rows(salon, "findByCategory").findMany(within(salon, category, active(includeInactive)), HEAVIEST_FIRST);
    }

    /** The titles of services, active or not, in the order asked for; a number that the salon does not have is missing. */
    public Map<ServiceId, String> titlesOf(CompanyId salon, Collection<ServiceId> services) {
        Filter wanted = within(salon, ByIds.in(SERVICES.YCLIENTS_ID, services, ServiceId::value));
        if (services.isEmpty()) {
            return Map.of();
        }
        List<ServicesRecord> found = rows(salon, "titlesOf")
                .selecting(SERVICES.YCLIENTS_ID, SERVICES.TITLE)
                .findMany(wanted);
        return ByIds.inOrder(services, found, row -> ServiceId.of(row.getYclientsId()), ServicesRecord::getTitle);
    }

    /**
     * Stores a service, or writes the columns that were set to the one with the same {@code yclients_id}.
     *
     * @return the service as it is now
     */
    @CanIgnoreReturnValue
    public ServicesRecord upsert(CompanyId salon, ServicesRecord service) {
        return upsert(salon, service, Keys.SERVICES_YCLIENTS_ID_KEY);
    }

    /** {@link #upsert} of any number of services; of two with the same {@code yclients_id} the last wins, by column. */
    @CanIgnoreReturnValue
    public BulkResult bulkUpsert(CompanyId salon, Collection<ServicesRecord> services, BulkOptions options) {
        return bulkUpsert(salon, services, Keys.SERVICES_YCLIENTS_ID_KEY, options);
    }

    private static Filter active(boolean includeInactive) {
        return includeInactive ? Filters.everyRow() : Flags.on(SERVICES.IS_ACTIVE);
    }
}
