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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.BenchmarkParams;

/** 16 threads on a pool of 8 connections. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(16)
@SuppressWarnings("NullAway.Init")
public class ThreadsWorkload {

    /**
     * How often one thread alone does it before anything is measured. Where all processors are busy, the compiler gets a
     * twentieth of one: a process would measure for a minute how its code is being compiled.
     */
    @Param("0")
    public int warmCalls;

    private ClientReads reads;
    private PreparedWrites<?> writes;

    /** Prepares the rows, warms up, and clears away what was left dead. */
    @Setup
    public void prepare(OpenContender contender, BenchmarkParams benchmark) {
        reads = contender.get().reads();
        writes = PreparedWrites.of(contender.get().writes());
        warmUp(benchmark.getBenchmark().endsWith("upsert"));
        new SalonFill(Database.ofThisProcess()).tidy();
    }

    private void warmUp(boolean writing) {
        Clients clients = new Clients();
        for (int i = 0; i < warmCalls; i++) {
            Object done = writing ? upsert(clients) : clientByPhone(clients);
            if (done == null) {
                throw new IllegalStateException("The client was not found");
            }
        }
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
