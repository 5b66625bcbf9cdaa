// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.Keys;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The clients of a salon. */
public final class ClientRepository extends TenantRepository<ClientsRecord> {

    private static final Order RECENT_VISITORS_FIRST =
            Order.by(Sort.desc(CLIENTS.LAST_VISIT_DATE), Sort.asc(CLIENTS.ID));

    /** The clients that a backend holds. */
    public ClientRepository(Backend backend) {
        super(backend, CLIENTS, CLIENTS.COMPANY_ID);
    }

    /** The client with this number in {@code phone}; of several, the one who visited last. */
    public Optional<ClientsRecord> findByPhone(CompanyId salon, PhoneNumber phone) {
        return rows(salon, "findByPhone")
                .findFirst(within(salon, Filters.eq(CLIENTS.PHONE, phone.stored())), RECENT_VISITORS_FIRST);
    }

    /**
     * The client who writes from this number, by {@code raw_phone}, with or without its leading plus; of several, the one
     * who visited last.
     */
    public Optional<ClientsRecord> findByRawPhone(CompanyId salon, PhoneNumber phone) {
        List<String> spellings = List.of(phone.raw(), phone.stored());
        return rows(salon, "findByRawPhone")
                .findFirst(within(salon, Filters.in(CLIENTS.RAW_PHONE, spellings)), RECENT_VISITORS_FIRST);
    }

    /** The client with this number in YClients. */
    public Optional<ClientsRecord> findByYclientsId(CompanyId salon, ClientId client) {
        return rows(salon, "findByYclientsId").findOne(within(salon, Filters.eq(CLIENTS.YCLIENTS_ID, client.value())));
    }

    /**
     * The clients whose name holds this text, whatever the case of its letters; no character has a special meaning. Those
     * who visited last come first, those who never did come last.
     *
     * @throws InvalidValueException if the text is blank, or the limit is above the maximum of {@link #findMany}
     */
    public List<ClientsRecord> searchByName(CompanyId salon, String text, Limit limit) {
        if (text.isBlank()) {
            throw new InvalidValueException("a search by name needs a text", "22023", CLIENTS.getName(), "name");
        }
        return rows(salon, "searchByName")
                .findMany(
                        within(salon, Filters.containsIgnoreCase(CLIENTS.NAME, text.strip())),
                        RECENT_VISITORS_FIRST,
                        limit);
    }

    /**
     * Stores a client, or writes the columns that were set to the one with the same {@code yclients_id}.
     *
     * @return the client as it is now
     */
    @CanIgnoreReturnValue
    public ClientsRecord upsert(CompanyId salon, ClientsRecord client) {
        return upsert(salon, client, Keys.CLIENTS_YCLIENTS_ID_KEY);
    }

    /** {@link #upsert} of any number of clients; of two with the same {@code yclients_id} the last wins, by column. */
    @CanIgnoreReturnValue
    public BulkResult bulkUpsert(CompanyId salon, Collection<ClientsRecord> clients, BulkOptions options) {
        return bulkUpsert(salon, clients, Keys.CLIENTS_YCLIENTS_ID_KEY, options);
    }
}
