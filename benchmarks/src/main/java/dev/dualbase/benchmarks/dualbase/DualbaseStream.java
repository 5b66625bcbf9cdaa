// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.dualbase;

import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.ClientsRecord;

final class DualbaseStream implements ClientStream {

    private final ClientRepository clients;

    DualbaseStream(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public long sumOfNumbers(long salon) {
        return clients.withStream(
                CompanyId.of(salon),
                Filters.everyRow(),
                Order.byPrimaryKey(),
                stream -> stream.mapToLong(ClientsRecord::getYclientsId).sum());
    }
}
