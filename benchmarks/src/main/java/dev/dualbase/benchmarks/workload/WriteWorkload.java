// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writes of single clients that exist. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class WriteWorkload {

    private PreparedWrites<?> writes;

    /** Prepares the rows, and clears away what the contender before left dead. */
    @Setup
    public void prepare(OpenContender contender) {
        new SalonFill(Database.ofThisProcess()).tidy();
        writes = PreparedWrites.of(contender.get().writes());
    }

    /** An upsert that returns the row. */
    @Benchmark
    public Object upsert(Clients clients) {
        return writes.upsert(clients.next());
    }

    /** A transaction of two upserts and a read. */
    @Benchmark
    public Object transaction(Clients clients) {
        return writes.twoUpsertsAndRead(clients.next(), clients.next());
    }
}
