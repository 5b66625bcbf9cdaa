// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.start;

import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.registry.Contenders;
import java.util.Objects;

/** A process that opens a contender, reads one client, and says how long that took. */
public final class FirstRow {

    private FirstRow() {}

    /** Prints the nanoseconds from here to the first row; the argument names the contender. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        try (Contender contender = Contenders.open(arguments[0], Database.ofThisProcess())) {
            Objects.requireNonNull(contender.reads().byPhone(Changes.phone(1)));
            System.out.println(System.nanoTime() - start);
        }
    }
}
