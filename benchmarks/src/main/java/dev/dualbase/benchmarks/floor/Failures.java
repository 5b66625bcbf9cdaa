// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import java.sql.SQLException;

/** A failure of hand-written JDBC, which no benchmark expects. */
final class Failures {

    private Failures() {}

    static IllegalStateException of(SQLException failure) {
        return new IllegalStateException("The statement failed", failure);
    }
}
