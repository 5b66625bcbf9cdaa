// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.data.Changes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is read when a message comes in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class ContextWorkload {

    private ContextReads reads;

    /** Takes what the contender reads with. */
    @Setup
    public void prepare(OpenContender contender) {
        reads = contender.get().context();
    }

    /** Ten reads. */
    @Benchmark
    public MessageContext load(Clients clients) {
        return reads.load(Changes.phone(clients.next()));
    }
}
