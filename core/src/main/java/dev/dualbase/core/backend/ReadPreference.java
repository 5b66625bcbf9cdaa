// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * Where a read may be answered. It is a wish: a backend without replicas, or whose replicas are away or behind, reads from the
 * primary, and inside a transaction every read goes where the transaction is.
 */
public enum ReadPreference {
    /** From the server that takes the writes. */
    PRIMARY,

    /** From a replica: rows as they were a moment ago, which may be longer than one expects. */
    REPLICA,

    /**
     * From a replica that has all that this backend object had written when the read began, by any thread; what other
     * processes write may be missing. It waits for that within a bound. The first such read after a write costs a round trip
     * to the primary more, and each of them one to the replica.
     */
    REPLICA_AFTER_OWN_WRITES
}
