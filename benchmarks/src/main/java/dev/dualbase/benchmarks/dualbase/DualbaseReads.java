// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.dualbase;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class DualbaseReads implements ClientReads {

    private static final CompanyId SALON = CompanyId.of(Salons.MAIN);
    private static final Order LATEST_FIRST = Order.by(Sort.desc(CLIENTS.LAST_VISIT_DATE), Sort.asc(CLIENTS.ID));

    private final ClientRepository clients;

    DualbaseReads(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable ClientsRecord byPhone(String phone) {
        return clients.findByPhone(SALON, new PhoneNumber(phone)).orElse(null);
    }

    @Override
    public List<ClientsRecord> page(LocalDate lastVisit) {
        return clients.findMany(SALON, Filters.lte(CLIENTS.LAST_VISIT_DATE, lastVisit), LATEST_FIRST, Limit.of(100));
    }
}
