// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientRecords;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.Objects;
import org.jooq.DSLContext;

final class JooqWrites implements ClientWrites<ClientsRecord> {

    private final DSLContext sql;

    JooqWrites(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public ClientsRecord prepare(ClientChange change) {
        return ClientRecords.of(change);
    }

    @Override
    public ClientsRecord upsert(ClientsRecord row) {
        return upsert(sql, row);
    }

    private static ClientsRecord upsert(DSLContext sql, ClientsRecord row) {
        return Objects.requireNonNull(sql.insertInto(CLIENTS)
                .set(row)
                .onConflict(CLIENTS.COMPANY_ID, CLIENTS.YCLIENTS_ID)
                .doUpdate()
                .setAllToExcluded()
                .returning()
                .fetchOne());
    }

    @Override
    public ClientsRecord twoUpsertsAndRead(ClientsRecord first, ClientsRecord second, String phone) {
        return sql.transactionResult(transaction -> {
            upsert(transaction.dsl(), first);
            upsert(transaction.dsl(), second);
            return Objects.requireNonNull(new JooqReads(transaction.dsl()).byPhone(phone));
        });
    }
}
