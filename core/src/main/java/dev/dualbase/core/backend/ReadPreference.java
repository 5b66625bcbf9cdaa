// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * Where a read may be answered. A replica is a wish: a backend without replicas, or whose replicas are away or behind, reads
 * from the primary, and inside a transaction every read goes where the transaction is.
 */
public enum ReadPreference {
    /** From the server that takes the writes; of several backends, from the one that reads of these rows go to. */
    PRIMARY,

    /**
     * From where a write of these rows goes, because one will rely on what is read, such as an update of a row that is as it
     * was seen. Never from a replica, from another backend that reads were moved to, or from one that stands in for a backend
     * that is out; and no other preference takes its place.
     */
    BEFORE_WRITE,

    /** From a replica: rows as they were a moment ago, which may be longer than one expects. */
    REPLICA,

    /**
     * From a replica that has all that this backend object had written when the read began, by any thread; what other
     * processes write may be missing. It waits for that within a bound. The first such read after a write costs a round trip
     * to the primary more, and each of them one to the replica.
     */
    REPLICA_AFTER_OWN_WRITES;

    /** Whether a replica may answer. */
    public boolean allowsReplica() {
        return this == REPLICA || this == REPLICA_AFTER_OWN_WRITES;
    }
}
