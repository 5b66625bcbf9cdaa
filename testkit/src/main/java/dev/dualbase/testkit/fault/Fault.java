// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** What happens at a {@link Moment}, once, to the connection that reaches it. */
public enum Fault {
    /** Both sides are told that the other one has closed. What has passed arrives. */
    CUT,
    /** Both sides get a TCP reset. What has passed a moment ago may be lost with it. */
    RESET,
    /** Nothing passes any more, and nothing is closed, until the next command, such as {@link FaultProxy#pass()}. */
    STALL,
    /** As {@link FaultProxy#halfOpen()}, for this connection: it stays dead, and neither side is told. */
    HALF_OPEN,
    /** The whole server is gone, for all connections: as {@link FaultProxy#refuse()}. */
    REFUSE
}
