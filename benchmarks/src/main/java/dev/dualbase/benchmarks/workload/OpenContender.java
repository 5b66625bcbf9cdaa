// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.workload;

import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.registry.Contenders;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The contender whose turn it is, open while its trial lasts. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class OpenContender {

    /** Its name; the run sets which ones take part. */
    @Param(Contenders.FLOOR)
    public String contender;

    private Contender open;

    /** Opens it. */
    @Setup
    public void open() {
        open = Contenders.open(contender, Database.ofThisProcess());
    }

    /** Closes it. */
    @TearDown
    public void close() {
        open.close();
    }

    Contender get() {
        return open;
    }
}
