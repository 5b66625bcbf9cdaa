// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** A lazy stream in a transaction, 500 rows at a time. */
final class JooqStream implements ClientStream {

    private static final int FETCH_SIZE = 500;

    private final DSLContext sql;

    JooqStream(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public long sumOfNumbers(long salon) {
        return sql.transactionResult(transaction -> sum(transaction.dsl(), salon));
    }

    private static long sum(DSLContext sql, long salon) {
        try (Stream<ClientsRecord> clients = sql.selectFrom(CLIENTS)
                .where(CLIENTS.COMPANY_ID.eq(salon))
                .orderBy(CLIENTS.ID)
                .fetchSize(FETCH_SIZE)
                .fetchStream()) {
            return clients.mapToLong(ClientsRecord::getYclientsId).sum();
        }
    }
}
