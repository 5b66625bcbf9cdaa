// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Changes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads: one client by phone, 100 clients of a page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class ReadWorkload {

    private ClientReads reads;

    /** Takes what the contender reads with. */
    @Setup
    public void prepare(OpenContender contender) {
        reads = contender.get().reads();
    }

    /** One client by phone. */
    @Benchmark
    public @Nullable Object clientByPhone(Clients clients) {
        return reads.byPhone(Changes.phone(clients.next()));
    }

    /** 100 clients. */
    @Benchmark
    public List<?> page(Clients clients) {
        return reads.page(Changes.visitDay(clients.next()));
    }
}
