// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.Tables;
import java.util.ArrayList;
import java.util.List;

/** Things that go wrong, on purpose: each must end in a clear failure, with nothing lost and nothing half done. */
final class Mishaps {

    private final Salon salon;
    private final Trouble trouble;
    private final BaseRepository<ClientsRecord> clients;

    Mishaps(Salon salon, Trouble trouble) {
        this.salon = salon;
        this.trouble = trouble;
        this.clients = new BaseRepository<>(salon.backend(), Tables.CLIENTS);
    }

    void run() {
        badRow();
        badInput();
        otherTenant();
        trouble.make(salon);
        salon.expect("clients after all that", (long) SalonData.CLIENTS + 1, clients.count(Filters.everyRow()));
    }

    private void badRow() {
        List<ClientsRecord> rows = new ArrayList<>(salon.data().clients().subList(0, 100));
        rows.get(41).setPhone(null);
        salon.expectations()
                .fails("a bulk with one bad row", NotNullException.class, () -> bulk(rows, BulkOptions.atomic()));
        BulkResult isolated = bulk(rows, BulkOptions.isolateBadRows());
        salon.expect("good rows stored beside a bad one", 99L, isolated.updated());
        salon.expect(
                "index of the bad row",
                List.of(41),
                isolated.badRows().stream().map(BadRow::index).toList());
    }

    private BulkResult bulk(List<ClientsRecord> rows, BulkOptions options) {
        return salon.repositories().clients().bulkUpsert(salon.company(), rows, options);
    }

    private void badInput() {
        Expectations expect = salon.expectations();
        expect.fails("the same client again", DuplicateKeyException.class, () -> clients.insert(client(1_001, "Анна")));
        expect.fails(
                "a name that is too long",
                InvalidValueException.class,
                () -> clients.insert(client(9_999, "а".repeat(256))));
        expect.fails("U+0000 in a name", InvalidValueException.class, () -> clients.insert(client(9_999, "А\0Б")));
        expect.fails(
                "a delete without a condition", InvalidValueException.class, () -> clients.deleteWhere(Filters.and()));
        expect.fails("a negative limit", InvalidValueException.class, () -> Limit.of(-1));
        expect.fails(
                "SQL as a column name",
                SchemaMismatchException.class,
                () -> Sort.parse(Tables.CLIENTS, "name; drop table clients", "asc"));
    }

    private static ClientsRecord client(long yclientsId, String name) {
        ClientsRecord client = new ClientsRecord();
        client.setCompanyId(SalonData.COMPANY);
        client.setYclientsId(yclientsId);
        client.setName(name);
        client.setPhone("79001112233");
        return client;
    }

    /** The same phone in another salon: neither sees the other's client. */
    private void otherTenant() {
        CompanyId other = CompanyId.of(SalonData.COMPANY + 1);
        var company = salon.repositories().companies().newRecord();
        company.setCompanyId(other.value());
        salon.repositories().companies().upsert(company);
        ClientRepository repository = salon.repositories().clients();
        ClientsRecord twin = client(1_007, "Двойник");
        twin.setCompanyId(other.value());
        twin.setPhone(SalonData.phone(7));
        repository.upsert(other, twin);
        PhoneNumber phone = PhoneNumber.parse(SalonData.phone(7));
        salon.expect("name in the other salon", "Двойник", nameOf(repository, other, phone));
        salon.expect(
                "name in this salon",
                salon.data().clients().get(7).getName(),
                nameOf(repository, salon.company(), phone));
    }

    private static String nameOf(ClientRepository repository, CompanyId company, PhoneNumber phone) {
        return repository.findByPhone(company, phone).orElseThrow().getName();
    }
}
