// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.dualbase;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientRecords;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ClientsRecord;

final class DualbaseWrites implements ClientWrites<ClientsRecord> {

    private static final CompanyId SALON = CompanyId.of(Salons.MAIN);

    private final Backend backend;
    private final ClientRepository clients;

    DualbaseWrites(Backend backend, ClientRepository clients) {
        this.backend = backend;
        this.clients = clients;
    }

    @Override
    public ClientsRecord prepare(ClientChange change) {
        return ClientRecords.of(change);
    }

    @Override
    public ClientsRecord upsert(ClientsRecord row) {
        return clients.upsert(SALON, row);
    }

    @Override
    public ClientsRecord twoUpsertsAndRead(ClientsRecord first, ClientsRecord second, String phone) {
        return backend.inTransaction(TransactionOptions.defaults(), () -> {
            clients.upsert(SALON, first);
            clients.upsert(SALON, second);
            return clients.findByPhone(SALON, new PhoneNumber(phone)).orElseThrow();
        });
    }
}
