// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.BulkRows;
import java.util.List;

/** A bulk upsert with its rows as a contender wants them. */
final class PreparedBulk<R> {

    private final BulkUpsert<R> bulk;
    private final List<R> rows;

    private PreparedBulk(BulkUpsert<R> bulk, BulkRows rows) {
        this.bulk = bulk;
        this.rows = rows.all().stream().map(bulk::prepare).toList();
    }

    static <R> PreparedBulk<R> of(BulkUpsert<R> bulk, BulkRows rows) {
        return new PreparedBulk<>(bulk, rows);
    }

    void upsert() {
        bulk.upsert(rows);
    }
}
