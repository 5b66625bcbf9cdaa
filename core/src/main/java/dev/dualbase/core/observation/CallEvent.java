// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.Optional;

/**
 * One finished call. It holds names and numbers, no value of a row.
 *
 * @param backend the id of the backend
 * @param server which server the call went to, by name: over JDBC the backend's id for the primary, and the id with
 *     {@code -replica-1} and so on for replicas in the order in which they were configured; over REST the id; empty if no
 *     server was reached
 * @param origin the repository and method
 * @param kind one word for what was done, such as {@code read} or {@code transaction}
 * @param table the table, {@code -} for a transaction
 * @param total from call to return, the work of a stream's function included, the body of a transaction not
 * @param waiting until a connection was free
 * @param connecting to open a connection, if one was opened for this call
 * @param executing on the connection
 * @param rows rows read or changed, 0 for a failure
 * @param failure why it failed, empty if it did not, or if it was the function of a stream or the body of a
 *     transaction that failed
 * @param cancelled whether the call failed because the caller's thread was interrupted: nothing is wrong with the storage
 */
public record CallEvent(
        String backend,
        Optional<String> server,
        Origin origin,
        String kind,
        String table,
        Duration total,
        Duration waiting,
        Duration connecting,
        Duration executing,
        long rows,
        Optional<StorageException> failure,
        boolean cancelled) {}
