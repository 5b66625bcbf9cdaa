// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.contender;

import dev.dualbase.benchmarks.data.ClientChange;

/**
 * Writes of single clients. Safe for any number of threads.
 *
 * @param <R> the library's own type of a row to write
 */
public interface ClientWrites<R> {

    /** The row to write as the library wants it. Not measured; the row may be written any number of times. */
    R prepare(ClientChange change);

    /** Stores the client or changes the one with its key, and returns all columns as they are now. */
    Object upsert(R row);

    /** Two upserts and a read of the client with a phone number of the first salon, in one transaction; what was read. */
    Object twoUpsertsAndRead(R first, R second, String phone);
}
