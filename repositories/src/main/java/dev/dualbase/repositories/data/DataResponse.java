// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.error.EmptyResultException;
import dev.dualbase.core.error.StorageException;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a call of {@link DataLayer}: a success, with data or without, or a failure. That a row is not there is a
 * success without data. A failure has no data that could be taken for that: to ask it for some throws its exception.
 *
 * <p>Its text form shows names and counts, and no value of a row.
 *
 * @param <T> the type of the data: a row, a list of rows, or what a batch did
 */
public sealed interface DataResponse<T> permits DataSuccess, DataFailure {

    /** Whether the call did what it is for. */
    boolean success();

    /**
     * The data; empty if there is no such row. A list is always there, though it may have no element.
     *
     * @throws StorageException the failure, if this is one
     */
    Optional<T> data();

    /** Why the call failed; empty for a success. */
    Optional<DataError> error();

    /** Which method was called. */
    String operation();

    /** When the answer was given. */
    Instant timestamp();

    /**
     * Which backend answered, by its {@link dev.dualbase.core.backend.Backend#id}. Where the data layer is on a backend that
     * chooses among others, such as {@link dev.dualbase.core.routing.RoutingBackend}, it is the one that was chosen for this
     * call; where several were tried and none answered, the first; where input was refused, and none was chosen, the one
     * that chooses.
     */
    String backend();

    /** Counts. */
    Metadata metadata();

    /**
     * The data, or this if there is no such row.
     *
     * @throws StorageException the failure, if this is one
     */
    default T dataOr(T other) {
        return data().orElse(other);
    }

    /**
     * The data, which must be there.
     *
     * @throws StorageException the failure, if this is one
     * @throws EmptyResultException if there is no such row
     */
    @CanIgnoreReturnValue
    default T orThrow() {
        return data().orElseThrow(() -> new EmptyResultException(operation() + " found no row"));
    }
}
