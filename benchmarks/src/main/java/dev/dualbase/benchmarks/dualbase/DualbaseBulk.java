// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.dualbase;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientRecords;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.List;

final class DualbaseBulk implements BulkUpsert<ClientsRecord> {

    private static final CompanyId SALON = CompanyId.of(Salons.BULK);

    private final ClientRepository clients;

    DualbaseBulk(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public ClientsRecord prepare(ClientChange change) {
        return ClientRecords.of(change);
    }

    @Override
    public void upsert(List<ClientsRecord> rows) {
        clients.bulkUpsert(SALON, rows, BulkOptions.atomic());
    }
}
