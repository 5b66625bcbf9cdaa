// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.data.BulkRows;
import dev.dualbase.benchmarks.data.Database;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Bulk upserts of 15 columns, half of the rows new. Each starts from the same table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class BulkWorkload {

    private static final int MOST_TO_WARM = 10_000;

    /** How many rows. */
    @Param("1000")
    public int rows;

    /**
     * How many rows are upserted before anything is measured, in bulks of the same size as far as that is no more than ten
     * thousand, which take the same way as larger ones. A process that stores a hundred thousand rows once would measure how
     * long its code takes to be compiled.
     */
    @Param("0")
    public int warmRows;

    private BulkRows salon;
    private PreparedBulk<?> bulk;

    /** Warms up, and prepares the rows. */
    @Setup
    public void prepare(OpenContender contender) {
        warmUp(contender, Math.min(rows, MOST_TO_WARM));
        salon = new BulkRows(Database.ofThisProcess(), rows);
        bulk = PreparedBulk.of(contender.get().bulk(), salon);
    }

    private void warmUp(OpenContender contender, int size) {
        BulkRows few = new BulkRows(Database.ofThisProcess(), size);
        PreparedBulk<?> small = PreparedBulk.of(contender.get().bulk(), few);
        for (int stored = 0; stored < warmRows; stored += size) {
            few.restore();
            small.upsert();
        }
    }

    /** Puts the table back to where it was. */
    @Setup(Level.Invocation)
    public void restore() {
        salon.restore();
    }

    /** Leaves nothing for others. */
    @TearDown
    public void clear() {
        salon.clear();
    }

    /** One bulk upsert. */
    @Benchmark
    public void upsert() {
        bulk.upsert();
    }
}
