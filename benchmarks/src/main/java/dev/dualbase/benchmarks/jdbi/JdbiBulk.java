// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientSql;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Prepared batches of 1,000. */
final class JdbiBulk implements BulkUpsert<ClientChange> {

    private static final String UPSERT = ClientSql.named(ClientSql.UPSERT, ClientSql.CHANGED_NAMES);
    private static final int ROWS = 1_000;

    private final Jdbi jdbi;

    JdbiBulk(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public void upsert(List<ClientChange> rows) {
        jdbi.useTransaction(handle -> {
            for (int from = 0; from < rows.size(); from += ROWS) {
                write(handle, rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
        });
    }

    private static void write(Handle handle, List<ClientChange> rows) {
        try (PreparedBatch batch = handle.prepareBatch(UPSERT)) {
            rows.forEach(row -> batch.bindMethods(row).add());
            int[] written = batch.execute();
            assert written.length == rows.size();
        }
    }
}
