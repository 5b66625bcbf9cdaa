// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** Which way bytes go through a {@link FaultProxy}. */
public enum Direction {
    /** What the client says. */
    TO_SERVER,
    /** What the server answers. */
    TO_CLIENT
}
