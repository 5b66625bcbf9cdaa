// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientRecords;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;

/** One statement of one row, sent in batches. */
final class JooqBatch implements BulkUpsert<ClientsRecord> {

    private static final int ROWS = 1_000;
    private static final Field<?>[] COLUMNS =
            Arrays.stream(ClientSql.CHANGED.split(", ")).map(CLIENTS::field).toArray(Field[]::new);

    private final DSLContext sql;

    JooqBatch(DSLContext sql) {
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
        BatchBindStep batch = sql.batch(sql.insertInto(CLIENTS, List.of(COLUMNS))
                .values(Collections.nCopies(COLUMNS.length, null))
                .onConflict(CLIENTS.COMPANY_ID, CLIENTS.YCLIENTS_ID)
                .doUpdate()
                .setAllToExcluded());
        for (ClientsRecord row : rows) {
            batch = batch.bind(row.into(COLUMNS).intoArray());
        }
        int[] written = batch.execute();
        assert written.length == rows.size();
    }
}
