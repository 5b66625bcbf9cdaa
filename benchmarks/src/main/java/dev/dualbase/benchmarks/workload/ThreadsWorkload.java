// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** 16 threads on a pool of 8 connections. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(16)
@SuppressWarnings("NullAway.Init")
public class ThreadsWorkload {

    private ClientReads reads;
    private PreparedWrites<?> writes;

    /** Prepares the rows, and clears away what the contender before left dead. */
    @Setup
    public void prepare(OpenContender contender) {
        new SalonFill(Database.ofThisProcess()).tidy();
        reads = contender.get().reads();
        writes = PreparedWrites.of(contender.get().writes());
    }

    /** One client by phone. */
    @Benchmark
    public @Nullable Object clientByPhone(Clients clients) {
        return reads.byPhone(Changes.phone(clients.next()));
    }

    /** An upsert that returns the row; no two threads write the same one. */
    @Benchmark
    public Object upsert(Clients clients) {
        return writes.upsert(clients.next());
    }
}
