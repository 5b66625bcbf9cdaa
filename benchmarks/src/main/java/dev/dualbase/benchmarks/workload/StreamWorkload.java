// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.data.Salons;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A stream of all clients of a large salon, in little memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class StreamWorkload {

    private ClientStream stream;

    /** Takes what the contender streams with. */
    @Setup
    public void prepare(OpenContender contender) {
        stream = contender.get().stream();
    }

    /** All of them. */
    @Benchmark
    public long all() {
        return stream.sumOfNumbers(Salons.STREAM);
    }
}
