// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientRecords;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.List;
import org.jooq.DSLContext;

/** Statements of 500 rows. */
final class JooqManyRows implements BulkUpsert<ClientsRecord> {

    private static final int ROWS = 500;

    private final DSLContext sql;

    JooqManyRows(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public ClientsRecord prepare(ClientChange change) {
        return ClientRecords.of(change);
    }

    @Override
    public void upsert(List<ClientsRecord> rows) {
        sql.transaction(transaction -> {
            for (int from = 0; from < rows.size(); from += ROWS) {
                write(transaction.dsl(), rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
        });
    }

    private static void write(DSLContext sql, List<ClientsRecord> rows) {
        int written = sql.insertInto(CLIENTS)
                .set(rows)
                .onConflict(CLIENTS.COMPANY_ID, CLIENTS.YCLIENTS_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        assert written == rows.size();
    }
}
