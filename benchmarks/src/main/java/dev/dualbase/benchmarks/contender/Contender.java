// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.contender;

/**
 * A library that is measured, open on a database. It does at least the groups that {@code Contenders} names it for; of the
 * others it refuses to speak.
 */
public interface Contender extends AutoCloseable {

    /** Reads of one client and of a page. */
    default ClientReads reads() {
        throw new UnsupportedOperationException("takes no part in reads");
    }

    /** The reads of one incoming message. */
    default ContextReads context() {
        throw new UnsupportedOperationException("takes no part in the reads of a message");
    }

    /** Upserts of one client. */
    default ClientWrites<?> writes() {
        throw new UnsupportedOperationException("takes no part in writes");
    }

    /** Upserts of many clients. */
    default BulkUpsert<?> bulk() {
        throw new UnsupportedOperationException("takes no part in bulk upserts");
    }

    /** A stream of clients. */
    default ClientStream stream() {
        throw new UnsupportedOperationException("takes no part in streams");
    }

    @Override
    void close();
}
