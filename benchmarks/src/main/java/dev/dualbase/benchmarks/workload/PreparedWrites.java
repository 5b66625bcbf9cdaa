// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.SalonFill;
import dev.dualbase.benchmarks.data.Salons;
import java.util.List;

/** Rows of the main salon as a contender wants them, by number: 16,000, a thousand for each of 16 threads. */
final class PreparedWrites<R> {

    private static final int ROWS = 16_000;

    private final ClientWrites<R> writes;
    private final List<R> rows;

    private PreparedWrites(ClientWrites<R> writes) {
        this.writes = writes;
        this.rows = new Changes(Salons.MAIN, SalonFill.SEED)
                .numbered(1, ROWS + 1).stream().map(writes::prepare).toList();
    }

    static <R> PreparedWrites<R> of(ClientWrites<R> writes) {
        return new PreparedWrites<>(writes);
    }

    private R row(int number) {
        return rows.get(number - 1);
    }

    Object upsert(int number) {
        return writes.upsert(row(number));
    }

    Object twoUpsertsAndRead(int first, int second) {
        return writes.twoUpsertsAndRead(row(first), row(second), Changes.phone(first));
    }
}
